/* The page, from top to bottom: what the first click needs. What follows is in complete.js. */
import { drawOpenSea } from './map/open-sea.js'
import { enterPlaces, Symbols } from './map/symbols.js'
import { MapViewport } from './map/viewport.js'
import { translateFirst } from './messages.js'
import { afterNextFrame } from './next-frame.js'
import { pageData } from './page-data.js'
import { requireStyleSheets } from './style-sheets.js'
import { addCooperativeGestures } from './ui/cooperative-gestures.js'
import { FilterForm } from './ui/filter-form.js'
import { SymbolKeyboard } from './ui/keyboard.js'
import { addLanguageSwitch } from './ui/language-switch.js'
import { addMapControls } from './ui/map-controls.js'
import { Popup } from './ui/popup.js'
import { SymbolChooser } from './ui/symbol-chooser.js'

// The browser may draw, and does so before it reads what stands under the scripts.
document.querySelector('[rel=expect]')?.remove()
requireStyleSheets()
const map = window.map_world
const page = document.documentElement

const entries = enterPlaces(map, pageData.places)
const view = new MapViewport(map, entries.map(({ point }) => point))
const sea = drawOpenSea(map)
translateFirst()
const symbols = new Symbols(map, view, entries)
const keyboard = new SymbolKeyboard(map, symbols, new SymbolChooser(map, symbols, view))
const popup = new Popup(map, symbols, view)
addMapControls(map, view, symbols)
addCooperativeGestures(view)
addLanguageSwitch()
new FilterForm(() => {
  if (!symbols.visible().length) return
  view.scrollIntoView()
  keyboard.goToLikeliest()
})
page.setAttribute('data-ready', '')
document.querySelector('.drawing')?.remove()
performance.mark('map-ready')
/** @type {Promise<void>} */
const drawn = new Promise((resolve) => afterNextFrame(resolve))

export { drawn, keyboard, map, page, popup, sea, symbols, view }
