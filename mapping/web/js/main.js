'use strict'

/* The page, from top to bottom. */
{
  const map = window.map_world
  const embedded = new URLSearchParams(window.location.search).has('embed')
  document.documentElement.classList.toggle('embed', embedded)

  const view = new View(map)
  drawBoundaries(map, new Topology(data.world), data.world.size)
  Words.use(Words.first())
  const symbols = new Symbols(map, data.places)
  new Keyboard(map, symbols)
  const list = new List((id) => {
    State.change({ presence: id }, { step: true })
    view.approach(symbols.byId.get(id).anchor)
    map.getContainer().scrollIntoView({ behavior: view.calm.matches ? 'auto' : 'smooth', block: 'nearest' })
  })
  new Details(map, symbols, view, () => list.order())
  document.documentElement.setAttribute('data-ready', '')
  performance.mark('map-ready')

  new Labels(map, symbols)
  new FilterControls()
  addControls(map, view, symbols)
  addSharing(list)
  addLanguageSwitch()
  followView(map)
  fitPaper(map)
  if (embedded) beEmbedded(map)
  else offerEmbedding()
}
