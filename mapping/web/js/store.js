/**
 * What the page shows: filters, selection, view, language. It lives in the address, so that any state
 * can be linked, embedded, and gone back to. The page itself holds it too: one that a browser saved opens
 * in the state it had.
 */
import { isFramed } from './media.js'
import { pageData } from './page-data.js'
import { addressParameters, splitFragment, withoutFragmentParameters } from './pure/address.js'
import { readState, writeState } from './pure/url-state.js'

/** @import { PageState } from './types.d.ts' */

/** The part of the page that its language switch leads to. */
const TURNED = '#turned'
const KNOWN = {
  categories: pageData.categories,
  evidence: pageData.evidence,
  languages: Object.keys(pageData.languages),
  presences: pageData.places.map(({ id }) => id),
  regions: pageData.regions,
}

/** @type {{ keys: readonly (keyof PageState)[], listener: () => void }[]} */
const subscriptions = []
const root = document.documentElement
let state = readAddress()
/** Whether the browser is on its way back from details to what was shown before them. */
let returning = false

/** Whether the page was loaded by its own language switch. */
export const wasTurned = splitFragment(window.location.hash).own === TURNED

/** Every part of the state. */
export const STATE_KEYS = /** @type {(keyof PageState)[]} */ (Object.keys(state))

if (root.dataset.state !== undefined && !namesState()) {
  state = { ...readState(new URLSearchParams(root.dataset.state), KNOWN), lang: root.lang }
  save(false)
} else if (wasTurned) save(false)
else mark()

window.addEventListener('popstate', () => {
  if (returning) {
    arrive()
    return
  }
  const before = state
  state = readAddress()
  mark()
  notify(before)
})

/** Return the state as it is now: a new object at every change. */
export function getState() {
  return state
}

/** Return the address of the page in this state, as it is for others. */
export function currentAddress() {
  const address = ownAddress()
  address.hash = ''
  return address
}

/**
 * Return the address without its fragment, which has led to its part of the page by now: to come back to
 * an address with one would take the focus from where it is to that part.
 */
function ownAddress() {
  const address = writeState(window.location.href, state)
  address.hash = splitFragment(address.hash).added
  return address
}

/**
 * Load the page in another language, in the state that it has.
 *
 * @param {string} lang its code
 */
export function turnTo(lang) {
  const address = writeState(window.location.href, { ...state, lang })
  address.hash = TURNED + splitFragment(address.hash).added
  // As in `save`: nothing that is done in a frame is a step of the host's history.
  window.location[isFramed() ? 'replace' : 'assign'](address)
}

/**
 * Change some of the state.
 *
 * @param {Partial<PageState>} patch
 * @param {{ step?: boolean }} [options] `step` makes a place that the browser's Back returns to
 */
export function changeState(patch, { step = false } = {}) {
  const before = state
  const changed = { ...state, ...patch }
  if (!changedKeys(before, changed).length) return
  state = changed
  const stays = before.presence && before.presence !== state.presence
  save(step && !stays)
  if (stays && !state.presence) goBack()
  notify(before)
}

/**
 * Call back whenever one of these parts of the state has changed.
 *
 * @param {readonly (keyof PageState)[]} keys
 * @param {() => void} listener
 */
export function subscribe(keys, listener) {
  subscriptions.push({ keys, listener })
}

function readAddress() {
  return readState(addressParameters(window.location), KNOWN)
}

/** Whether the address has a parameter of the state. */
function namesState() {
  const names = [...addressParameters(window.location).keys()]
  return STATE_KEYS.some((key) => names.includes(key))
}

/** Leave the place in the history that opened details made: it was one for all that were read there. */
function goBack() {
  if (!isInDetails() || returning) return
  returning = true
  window.history.back()
}

/** Write what is shown now where the browser has come back to; details opened since make a place. */
function arrive() {
  returning = false
  window.history.scrollRestoration = 'auto'
  const shown = state
  state = { ...shown, presence: '' }
  save(false)
  state = shown
  if (shown.presence) save(true)
}

/**
 * Put the state into the address, where the browser allows it (a sandboxed frame may not). In a frame no
 * place is made: Back belongs to the host's page.
 *
 * @param {boolean} step
 */
function save(step) {
  mark()
  const push = step && !returning && !isFramed()
  const details = push ? !readAddress().presence && state.presence !== '' : isInDetails()
  try {
    if (push && window.location.hash) dropFragment()
    // Whoever closes details stays where they have scrolled to, and is not taken back there too.
    if (push && details) window.history.scrollRestoration = 'manual'
    window.history[push ? 'pushState' : 'replaceState']({ details }, '', ownAddress())
    if (push) window.history.scrollRestoration = 'auto'
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error
  }
}

function dropFragment() {
  const address = withoutFragmentParameters(window.location.href)
  address.hash = splitFragment(address.hash).added
  window.history.replaceState(window.history.state, '', address)
}

/** Whether details, when they opened, made this place in the history. */
function isInDetails() {
  return Boolean(window.history.state?.details)
}

/** Put the state into the page, for a copy of it. */
function mark() {
  const chosen = Object.entries(state).filter(([, value]) => value)
  root.dataset.state = new URLSearchParams(chosen).toString()
}

/** @param {PageState} before */
function notify(before) {
  const changed = changedKeys(before, state)
  for (const { keys, listener } of subscriptions) {
    if (keys.some((key) => changed.includes(key))) listener()
  }
}

/**
 * @param {PageState} before
 * @param {PageState} after
 */
function changedKeys(before, after) {
  return STATE_KEYS.filter((key) => before[key] !== after[key])
}
