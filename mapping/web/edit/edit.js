/* The editing page, from top to bottom: what is shown of the draft, then what can be done with it. */
import { query, queryAll } from '../js/dom.js'
import { Asking } from './asking.js'
import { Editor } from './editor.js'
import { askToClose } from './closing.js'
import { correctRow, enterFor } from './entering.js'
import { addFinder } from './finder.js'
import { MapFrame } from './map/map-frame.js'
import { NamesPanel } from './names-panel.js'
import { Overview, showNotice } from './overview.js'
import { idOf } from './pure.js'
import { PublishPanel } from './publish-panel.js'
import { RowForm } from './row-form.js'
import { rowName } from './row-name.js'
import { change, draft, followServer, onDraft, onRefusal, refresh, settled } from './session.js'
import { stepText } from './steps.js'
import { sayUnwritable, showUnwritable } from './unwritable.js'
import { announce, word } from './words.js'

/** @import { EditState } from './types.d.ts' */

const asking = new Asking()
const editor = new Editor(asking)
const form = new RowForm({
  correct: ({ name, table }, found) =>
    table && correctRow(asking, table, found, () => form.focus(name)),
  enter: (column, suggestion) =>
    enterFor(asking, column, editor.row(), suggestion, () => form.focus(column.name)),
})
const map = new MapFrame(query('iframe', HTMLIFrameElement), {
  choose: (id) => {
    const row = draft().rows.find((one) => idOf(one) === id)
    if (row) editor.choose(row.key, { focus: false })
  },
  key: handleKey,
  move: (point) => editor.move(point),
})
Object.assign(editor, { form, map })
const overview = new Overview({
  correct: (table, { cells, key, ...row }) =>
    correctRow(asking, table, { cells, key, row: key, text: rowName({ cells, key, ...row }) }),
  go: (row, column) => editor.choose(row.key, { column }),
})
const namesPanel = new NamesPanel(asking)
const publishing = new PublishPanel()
addFinder(({ key }) => editor.choose(key))
addRowActs()

let shown = -1
onDraft((state) => {
  editor.show()
  overview.show(state)
  namesPanel.show(state)
  publishing.show(state.git)
  showActs(state)
  showNotices(state)
  if (state.undo) showNotice('saved')
  if (shown >= 0 && shown !== state.revision) map.reload()
  shown = state.revision
})
onRefusal((refusal) => {
  if (refusal === undefined) showNotice('refusal')
  else showNotice('refusal', refusal || word('disconnected'), refusal ? 'en' : undefined)
})
followServer(
  (job) => publishing.note(job),
  (connected) => showNotice('connection', connected ? '' : word('disconnected')),
)
refresh().then(() => {
  const key = new URLSearchParams(window.location.hash.slice(1)).get('row')
  if (key) editor.choose(key, { focus: false })
  document.documentElement.setAttribute('data-ready', '')
})

/** @type {Record<string, () => unknown>} */
const acts = {
  add: () => sayUnwritable() || editor.add(),
  discard: () =>
    asking.open({
      answer: async () => {
        if (await change('discard')) announce(word('changes_none'))
        return []
      },
      columns: [],
      help: word('discard_help'),
      title: word('discard'),
      yes: word('discard_yes'),
    }),
  redo: () => stepBack('redo'),
  save,
  'stop-placing': () => editor.stopPlacing(),
  undo: () => stepBack('undo'),
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-act]') : null
  if (button instanceof HTMLElement) acts[button.dataset.act ?? '']?.()
  const link = target instanceof Element ? target.closest('.languages a') : null
  if (link instanceof HTMLAnchorElement && editor.key) link.hash = `row=${editor.key}`
})

document.addEventListener('keydown', handleKey)

/** @param {KeyboardEvent} event on the page, or on the map in its frame */
function handleKey(event) {
  const { key, shiftKey } = event
  if (key === 'Escape') editor.stopPlacing()
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  const act = { s: 'save', y: 'redo', z: shiftKey ? 'redo' : 'undo' }[key.toLowerCase()]
  const isAsking = asking.isOpen && !asking.isAnswering
  if (!act || isAsking && act !== 'save') return
  event.preventDefault()
  if (!isAsking) acts[act]()
}

/** Wait for what is typed, and for what was answered, to be part of the draft. */
function finishTyping() {
  form.flush()
  return asking.answered.then(settled)
}

/** @param {'undo' | 'redo'} way */
async function stepBack(way) {
  await finishTyping()
  const before = draft()
  if (!before[way]) {
    announce(word(`${way}_nothing`))
    return
  }
  const state = await change(way)
  // What a step made has its name while it is there.
  const named = way === 'undo' ? before : state
  if (state && named) announce(word(`${way}_done`, { what: stepText(named.undo, named) }))
}

async function save() {
  await finishTyping()
  const { can_save: allowed } = draft()
  if (!allowed) {
    const { lang, textContent: why } = query('.refusal', HTMLElement)
    if (why) announce(why, lang || undefined)
    else if (!sayUnwritable()) announce(word('changes_none'))
    const [first] = queryAll(
      '.conflicts:not([hidden]) h2, .faults:not([hidden]) button',
      HTMLElement,
    )
    first?.focus()
    return
  }
  const state = await change('save')
  if (state) showNotice('saved', word('saved'))
}

/** @param {EditState} state */
function showActs(state) {
  for (const way of /** @type {const} */ (['undo', 'redo'])) {
    const button = query(`[data-act=${way}]`, HTMLElement)
    const what = stepText(state[way], state)
    button.setAttribute('aria-disabled', String(!what))
    button.textContent = what ? word(`${way}_what`, { what }) : word(way)
    button.title = what
  }
  query('[data-act=save]', HTMLElement).setAttribute('aria-disabled', String(!state.can_save))
  showRefusal(state)
}

/**
 * Say why "Save" is shut; before anything is changed, that needs no saying.
 *
 * @param {EditState} state
 */
function showRefusal({ can_save: allowed, faults, refusal, rows, tables = {}, theirs }) {
  const place = query('.refusal', HTMLElement)
  const number = rows.reduce((sum, row) => sum + row.faults.length, faults.length)
  const all = [...rows, ...Object.values(tables).flatMap((table) => table.rows)]
  const isChanged = all.some(({ status }) => status !== 'same')
  for (const name of ['dir', 'lang']) place.removeAttribute(name)
  if (allowed || !isChanged && !number && !theirs.length) place.textContent = ''
  else if (theirs.length) place.textContent = word('conflicts')
  else if (number) place.textContent = word('shut', { number })
  else Object.assign(place, { dir: 'ltr', lang: 'en', textContent: refusal ?? '' })
}

/** @param {EditState} state */
function showNotices(state) {
  showUnwritable(state)
  const { draft_restored: restored } = state
  const when = restored && new Date(restored).toLocaleString(document.documentElement.lang)
  showNotice('restored', when ? word('restored', { when }) : '')
}

function close() {
  const row = editor.row()
  if (row) askToClose(asking, row)
}

async function remove() {
  const row = editor.row()
  const state = row && await change('remove', { row: row.key })
  if (state) announce(word('removed'))
}

/** What can be done with the chosen row, at the end of its form. */
function addRowActs() {
  const made = [['place', () => editor.startPlacing((point) => editor.move(point))], [
    'close',
    close,
  ], ['remove', remove]]
  for (const [name, act] of /** @type {[string, () => void][]} */ (made)) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = word(`row.${name}`)
    button.addEventListener('click', act)
    form.acts.append(button)
  }
}
