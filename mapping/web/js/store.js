/**
 * What the page shows: filters, selection, view, language. It lives in the address, so that any state
 * can be linked, embedded, and gone back to. The page itself holds it too: one that a browser saved opens
 * in the state it had.
 */
import { pageData } from './page-data.js'
import { readState, writeState } from './pure/url-state.js'

/** @import { PageState } from './types.d.ts' */

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

/** Every part of the state. */
export const STATE_KEYS = /** @type {(keyof PageState)[]} */ (Object.keys(state))

if (root.dataset.state !== undefined && !namesState()) {
  state = { ...readState(new URLSearchParams(root.dataset.state), KNOWN), lang: root.lang }
  save(false)
} else mark()

window.addEventListener('popstate', () => {
  const before = state
  state = readAddress()
  mark()
  notify(before)
})

/** Return the state as it is now: a new object at every change. */
export function getState() {
  return state
}

/** Return the address of the page in this state. */
export function currentAddress() {
  return writeState(window.location.href, state)
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
  save(step)
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
  return readState(new URLSearchParams(window.location.search), KNOWN)
}

/** Whether the address has a parameter of the state. */
function namesState() {
  const names = [...new URLSearchParams(window.location.search).keys()]
  return STATE_KEYS.some((key) => names.includes(key))
}

/**
 * Put the state into the address, where the browser allows it (a sandboxed frame may not).
 *
 * @param {boolean} step
 */
function save(step) {
  mark()
  try {
    window.history[step ? 'pushState' : 'replaceState'](null, '', currentAddress())
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error
  }
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
