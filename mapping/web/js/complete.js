/* The page once it answers, in a script of its own: a browser reads it after it has drawn the first frame. */
import { drawn, keyboard, map, page, popup, sea, symbols, view } from './main.js'
import { holdLoad } from './held-load.js'
import { Basemap } from './map/basemap.js'
import { followFilter } from './map/host-fills.js'
import { scaleForPrint } from './map/print-scale.js'
import { updateStandingNotes } from './map/standing-notes.js'
import { SymbolLabels } from './map/symbol-labels.js'
import { keepNumbersWhole } from './map/whole-numbers.js'
import { isEmbedded, isFramed } from './media.js'
import { translateBelow, translateEntries, translateMap } from './messages.js'
import { afterNextFrame } from './next-frame.js'
import { splitFragment } from './pure/address.js'
import { readWorld } from './read-world.js'
import { changeState, getState } from './store.js'
import { AreaTip } from './ui/area-tip.js'
import { addChangesPanel } from './ui/changes-panel.js'
import { addDownloads } from './ui/downloads.js'
import { offerEmbedding } from './ui/embed-dialog.js'
import { initEmbedded } from './ui/embedded.js'
import { FoldedList } from './ui/folded-list.js'
import { PresenceList } from './ui/presence-list.js'
import { measureFoot } from './ui/scroll-padding.js'
import { addTallies } from './ui/tallies.js'
import { Tooltip } from './ui/tooltip.js'
import { whenWhole } from './whole-document.js'

/** Draw the world once the first frame is there, and then all that is left. */
export async function drawWorld() {
  const written = holdLoad()
  try {
    await drawn
    const basemap = new Basemap(map, readWorld())
    sea.remove()
    followFilter(basemap)
    await new Promise((resolve) => afterNextFrame(() => resolve(null)))
    complete(basemap)
  } finally {
    written.remove()
  }
}

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
  popup.list = isFolded ? new FoldedList(choose) : new PresenceList(choose)
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
