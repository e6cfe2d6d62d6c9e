'use strict'

/* The page, from top to bottom. */
{
  const map = window.map_world
  const topology = new Topology(data.topology)

  addControls(map)
  drawBoundaries(map, topology)
  Words.use(Words.first())
  const symbols = new Symbols(map, data.places)
  document.documentElement.setAttribute('data-ready', '')
  performance.mark('map-ready')

  const details = new Details(map)
  new Keyboard(map, symbols, details)
  new List(map, symbols, details).sort()
  new Labels(map, symbols)
  followView(map)
  addLanguageSwitch()
  fitPaper(map)
}
