'use strict'

/* The page, from top to bottom: first what the first click needs, then the rest. */
{
  const map = window.map_world
  const embedded = new URLSearchParams(window.location.search).has('embed')
  document.documentElement.classList.toggle('embed', embedded)

  const view = new View(map)
  drawBoundaries(map, new Topology(data.world), data.world.size)
  Words.use(Words.first())
  const symbols = new Symbols(map, view, data.places)
  new Keyboard(map, symbols)
  new Touch(map, symbols)
  const details = new Details(map, symbols, view)
  addControls(map, view, symbols)
  addLanguageSwitch()
  document.documentElement.setAttribute('data-ready', '')
  performance.mark('map-ready')

  /** Choose a presence from the list: the map goes to it. */
  const choose = (id) => {
    if (State.get().presence === id) details.open(symbols.byId.get(id))
    else State.change({ presence: id }, { step: true })
    view.approach(symbols.byId.get(id).anchor)
    map.getContainer().scrollIntoView({ behavior: view.calm.matches ? 'auto' : 'smooth', block: 'nearest' })
  }
  afterFirstFrame(() => {
    started()
    new Labels(map, symbols)
    new Tip(map, symbols)
    new List(choose)
    new FilterControls()
    addSharing()
    followView(map)
    fitPaper(map)
    if (embedded) beEmbedded()
    else offerEmbedding()
  })
}
