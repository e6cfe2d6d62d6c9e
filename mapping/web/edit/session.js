/** The draft, as the server holds it: everything that changes it goes through here, one after another. */
import { pageLanguage, session, word } from './words.js'

/** @import { EditFault, EditState, Row } from './types.d.ts' */

/** How long typing may pause and still be one change. */
export const TYPING_MS = 350

/** @type {((state: EditState) => void)[]} */
const listeners = []
/** @type {((refusal: string | undefined) => void)[]} */
const refusalListeners = []
/** @type {Promise<unknown>} */
let queue = Promise.resolve()
/** @type {EditState | undefined} */
let latest
let waiting = 0
/** What the server said of the last change that it refused. */
let refusal = ''

/** Why the server did not do what it was asked to. */
export class Refusal extends Error {
  /** @param {any} answer */
  constructor(answer) {
    super(answer?.refusal ?? answer?.error ?? '')
    /** @type {any} */
    this.answer = answer
  }
}

/** Return the draft as it was last heard of. */
export function draft() {
  if (!latest) throw new TypeError('nothing is known of the draft yet')
  return latest
}

/**
 * Call back with the draft, now where it is known, and whenever it has changed.
 *
 * @param {(state: EditState) => void} listener
 */
export function onDraft(listener) {
  listeners.push(listener)
  if (latest) listener(latest)
}

/**
 * Call back with each sentence by which the server refuses something, with an empty one where it does not
 * answer, and with nothing once something else was done.
 *
 * @param {(refusal: string | undefined) => void} listener
 */
export function onRefusal(listener) {
  refusalListeners.push(listener)
}

/**
 * Ask the server, and return what it answers.
 *
 * @param {string} path
 * @param {object} [body] sent as JSON; without one, nothing is changed
 * @returns {Promise<any>}
 */
export async function ask(path, body) {
  const headers = {
    'Accept-Language': pageLanguage,
    'X-Edit-Token': session.token,
    ...(body && { 'Content-Type': 'application/json' }),
  }
  const sent = body ? { body: JSON.stringify(body), method: 'POST' } : {}
  const response = await fetch(`api/${path}`, { ...sent, cache: 'no-store', headers })
  const answer = await response.json()
  if (!response.ok) throw new Refusal(answer)
  return answer
}

/**
 * Change the draft, after all changes before; return the new one, or nothing where it was refused.
 *
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<EditState | undefined>}
 */
export function change(path, body = {}) {
  waiting += 1
  const made = queue.then(() => ask(path, { ...body, since: latest?.revision ?? null }))
    .then(accept, refuse).finally(() => waiting -= 1)
  // What goes wrong with one change holds up none of those after it.
  queue = made.catch(() => undefined)
  return made
}

/**
 * Ask the server, and return what it answers; nothing where it refuses, which is told.
 *
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>}
 */
export function askOrTell(path, body) {
  return ask(path, body).catch(refuse)
}

/**
 * Return why the last change was refused, as faults of a dialog: at these fields, or at none.
 *
 * @param {readonly string[]} columns
 * @returns {EditFault[]}
 */
export function refused(columns = []) {
  const what = refusal || word('refused')
  return (columns.length ? columns : [null]).map((column) => ({ column, remedy: '', what }))
}

/** Wait until every change that was asked for is made. */
export function settled() {
  return queue
}

/** Ask for the draft as it is. */
export function refresh() {
  return ask('state').then(accept, refuse)
}

/**
 * Follow the changes that are made elsewhere: in another window, or in the files.
 *
 * @param {(job: any) => void} onJob
 * @param {(connected: boolean) => void} onConnection
 */
export function followServer(onJob, onConnection) {
  const events = new EventSource('events')
  events.addEventListener('open', () => onConnection(true))
  events.addEventListener('error', () => onConnection(false))
  events.addEventListener('message', ({ data }) => {
    const { job, revision } = JSON.parse(data)
    if (job) onJob(job)
    if (revision > (latest?.revision ?? -1) && !waiting) refresh()
  })
}

/** @param {EditState} state */
function receive(state) {
  if (!latest || state.revision >= latest.revision) {
    latest = state
    for (const listener of listeners) listener(state)
  }
  return state
}

/**
 * Return what was answered with all rows: it has those alone that changed since the page asked.
 *
 * @param {any} answer
 * @returns {Promise<EditState>}
 */
async function complete({ order, since, ...state }) {
  if (since === undefined) return state
  if (since !== latest?.revision) return { ...state, ...await ask('state') }
  const changed = new Map(state.rows.map((/** @type {Row} */ row) => [row.key, row]))
  const known = new Map(latest?.rows.map((row) => [row.key, row]))
  const keys = order ?? [...known.keys()]
  const rows = keys.map((/** @type {string} */ key) => changed.get(key) ?? known.get(key))
  return { ...state, rows }
}

/** @param {any} answer */
async function accept(answer) {
  const state = await complete(answer)
  for (const listener of refusalListeners) listener(undefined)
  return receive(state)
}

/** @param {unknown} error */
async function refuse(error) {
  refusal = error instanceof Refusal ? error.message : ''
  if (error instanceof Refusal && error.answer?.revision !== undefined) {
    receive(await complete(error.answer))
  }
  for (const listener of refusalListeners) listener(refusal)
  return undefined
}
