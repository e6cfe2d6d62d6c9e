'use strict'

/* The page, from top to bottom. */
{
  const map = window.map_world

  addControls(map)
  drawBoundaries(map, new Topology(data.topology))
  Words.use(Words.first())
  const symbols = new Symbols(map, data.places)
  const details = new Details(map)
  new Keyboard(map, symbols, details)
  new List(map, symbols, details)
  document.documentElement.setAttribute('data-ready', '')
  performance.mark('map-ready')

  new Labels(map, symbols)
  followView(map)
  addLanguageSwitch()
  fitPaper(map)
}
