/* The page, from top to bottom: first what the first click needs, then the rest. */
import { Basemap } from './map/basemap.js'
import { followFilter } from './map/host-fills.js'
import { drawOpenSea } from './map/open-sea.js'
import { scaleForPrint } from './map/print-scale.js'
import { updateStandingNotes } from './map/standing-notes.js'
import { SymbolLabels } from './map/symbol-labels.js'
import { enterPlaces, Symbols } from './map/symbols.js'
import { MapViewport } from './map/viewport.js'
import { keepNumbersWhole } from './map/whole-numbers.js'
import { isEmbedded, isFramed } from './media.js'
import { translateBelow, translateEntries, translateFirst, translateMap } from './messages.js'
import { afterNextFrame } from './next-frame.js'
import { pageData } from './page-data.js'
import { splitFragment } from './pure/address.js'
import { changeState, getState } from './store.js'
import { requireStyleSheets } from './style-sheets.js'
import { AreaTip } from './ui/area-tip.js'
import { addChangesPanel } from './ui/changes-panel.js'
import { addCooperativeGestures } from './ui/cooperative-gestures.js'
import { addDownloads } from './ui/downloads.js'
import { offerEmbedding } from './ui/embed-dialog.js'
import { initEmbedded } from './ui/embedded.js'
import { FilterForm } from './ui/filter-form.js'
import { FoldedList } from './ui/folded-list.js'
import { SymbolKeyboard } from './ui/keyboard.js'
import { addLanguageSwitch } from './ui/language-switch.js'
import { addMapControls } from './ui/map-controls.js'
import { Popup } from './ui/popup.js'
import { PresenceList } from './ui/presence-list.js'
import { measureFoot } from './ui/scroll-padding.js'
import { SymbolChooser } from './ui/symbol-chooser.js'
import { addTallies } from './ui/tallies.js'
import { Tooltip } from './ui/tooltip.js'
import { whenWhole } from './whole-document.js'

// The browser may draw, and does so before it reads what stands under the scripts.
document.querySelector('[rel=expect]')?.remove()
requireStyleSheets()
const map = window.map_world
const page = document.documentElement

const entries = enterPlaces(map, pageData.places)
const view = new MapViewport(map, entries.map(({ point }) => point))
const sea = drawOpenSea(map, pageData.world)
translateFirst()
const symbols = new Symbols(map, view, entries)
const keyboard = new SymbolKeyboard(map, symbols, new SymbolChooser(map, symbols, view))
/** @type {FoldedList | PresenceList | undefined} */
let presenceList
const popup = new Popup(map, symbols, view, (place) => presenceList?.entryOf(place))
addMapControls(map, view, symbols)
addCooperativeGestures(view)
addLanguageSwitch()
new FilterForm(() => {
  if (!symbols.visible().length) return
  view.scrollIntoView()
  keyboard.goToFirst()
})
page.setAttribute('data-ready', '')
document.querySelector('.drawing')?.remove()
performance.mark('map-ready')

afterNextFrame(() => {
  const basemap = new Basemap(map, pageData.world)
  sea.remove()
  followFilter(basemap)
  afterNextFrame(() => complete(basemap))
})

/** @param {Basemap} basemap */
function complete(basemap) {
  translateMap()
  page.classList.remove('starting')
  symbols.order()
  keyboard.begin()
  whenWhole(completeBelow)
  keepNumbersWhole(map, symbols)
  new SymbolLabels(map, symbols, basemap)
  new Tooltip(map, symbols)
  new AreaTip(map, basemap)
  addTallies()
  updateStandingNotes(map, basemap)
  scaleForPrint(map)
  measureFoot()
  basemap.begin()
  basemap.canvas.prepare()
}

/** What stands under the map. */
function completeBelow() {
  translateBelow()
  const isFolded = document.querySelector('.groups.folded')
  if (!isFolded) translateEntries()
  presenceList = isFolded ? new FoldedList(choose) : new PresenceList(choose)
  addChangesPanel(choose)
  addDownloads()
  if (isEmbedded()) initEmbedded()
  else offerEmbedding()
  if (!isOpened()) return
  afterNextFrame(() => { // only then the sheet is as high as it gets
    popup.uncover()
    goToPart()
  })
}

/** Go to the part of the page that the address names: it was not yet where it is when the browser went there. */
function goToPart() {
  const { own } = splitFragment(window.location.hash)
  if (!isFramed()) document.getElementById(own.slice(1))?.scrollIntoView()
}

/** Whether the page is opened, and not loaded anew: then the browser goes back to where its reader was. */
function isOpened() {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'navigate'
}

/**
 * Choose a presence from the list: the map goes to it.
 *
 * @param {string} id
 */
function choose(id) {
  const entry = symbols.byId.get(id)
  if (!entry) return
  if (getState().presence === id) popup.open(entry)
  else changeState({ presence: id }, { step: true })
  view.approach(entry.anchor)
  if (popup.isInFlow()) popup.reveal()
  else view.scrollIntoView()
}
