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

  new Keyboard(map, symbols)
  new List(map, symbols).sort()
  followView(map)
  addLanguageSwitch(map)
}
