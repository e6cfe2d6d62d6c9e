/** What the draft as a whole is: what will change, what is wrong, what others changed, and what to know. */
import { element, query, queryAll } from '../js/dom.js'
import { labelOf } from './field.js'
import { faultText, roleOf } from './pure.js'
import { rowName } from './row-form.js'
import { change } from './session.js'
import { announce, inLanguage, pageLanguage, word } from './words.js'

/** @import { Conflict, EditFault, EditState, Row } from './types.d.ts' */

export class Overview {
  /** @param {{ go: (row: Row, column: string | null) => void }} listeners leads to what is wrong */
  constructor({ go }) {
    this.go = go
    this.changes = query('.changes', HTMLElement)
    this.faults = query('.faults', HTMLElement)
    this.conflicts = query('.conflicts', HTMLElement)
  }

  /** @param {EditState} state */
  show(state) {
    this.showChanges(state)
    this.showTotals(state)
    this.showFaults(state)
    this.showNotes(state)
    this.showConflicts(state)
  }

  /** @param {EditState} state */
  showChanges({ changes, rows }) {
    const told = changes.map(({ text }) => element('li', { dir: 'auto' }, inLanguage(text)))
    const untold = changes.length ? [] : rows.filter(({ status }) => status !== 'same')
    const items = untold.map((row) =>
      element('li', {}, `${word(`status.${row.status}`)}: ${rowName(row)}`)
    )
    const all = [...told, ...items]
    query('ul', HTMLElement, this.changes).replaceChildren(
      ...(all.length ? all : [element('li', { class: 'none' }, word('changes_none'))]),
    )
    query('[data-act=discard]', HTMLElement).hidden = !all.length
  }

  /** @param {EditState} state */
  showTotals({ columns, totals }) {
    const [known] = columns.filter((column) => roleOf(column) === 'category')
    const names = new Map(known?.choices?.map(({ text, value }) => [value, text]) ?? [])
    const changed = totals.by_category.filter(({ before, now }) => before !== now)
    const table = query('table', HTMLTableElement, this.changes)
    table.hidden = !changed.length
    query('tbody', HTMLElement, table).replaceChildren(
      ...changed.map(({ before, category, expected, now }) =>
        element(
          'tr',
          {},
          element('th', { dir: 'auto', scope: 'row' }, inLanguage(names.get(category)) || category),
          ...[before, now, expected ?? '–'].map((one) => element('td', {}, String(one))),
        )
      ),
    )
  }

  /** @param {EditState} state */
  showFaults({ columns, faults, rows }) {
    const names = new Map(columns.map((column) => [column.name, labelOf(column)]))
    const ofRows = rows.flatMap((row) =>
      row.faults.map((fault) => {
        const where = [rowName(row), names.get(fault.column ?? '')].filter(Boolean).join(' – ')
        const button = element('button', { class: 'link', type: 'button' }, where)
        button.addEventListener('click', () => this.go(row, fault.column))
        return element('li', {}, button, ' ', faultNode(fault))
      })
    )
    const others = faults.map((fault) => element('li', {}, fileOf(fault), faultNode(fault)))
    const all = [...ofRows, ...others]
    this.faults.hidden = !all.length
    query('h2', HTMLElement, this.faults).textContent = word('faults_number', {
      number: all.length,
    })
    query('ul', HTMLElement, this.faults).replaceChildren(...all)
  }

  /** @param {EditState} state */
  showNotes({ notes }) {
    const details = query('.notes', HTMLDetailsElement)
    details.hidden = !notes.length
    query('summary', HTMLElement, details).textContent = word('notes', { number: notes.length })
    const items = notes.map((note) => element('li', {}, fileOf(note), faultNode(note)))
    query('ul', HTMLElement, details).replaceChildren(...items)
  }

  /** @param {EditState} state */
  showConflicts(state) {
    if (this.conflicts.hidden && state.theirs.length) announce(word('conflicts'))
    this.conflicts.hidden = !state.theirs.length
    const list = query('ul', HTMLElement, this.conflicts)
    list.replaceChildren(...state.theirs.map((one) => this.conflictNode(one, state)))
  }

  /**
   * @param {Conflict} conflict
   * @param {EditState} state
   */
  conflictNode(conflict, { columns, rows }) {
    const { base, column, mine, row, theirs } = conflict
    const found = rows.find(({ key }) => key === row)
    const known = columns.find(({ name }) => name === column)
    const title = [found ? rowName(found) : row, known ? labelOf(known) : column]
    const name = title.filter(Boolean).join(' – ')
    const item = element('li', { role: 'group', 'aria-label': name }, element('h3', {}, name))
    item.append(element('p', {}, word('was', { value: base || '–' })))
    for (const [take, value] of /** @type {const} */ ([['mine', mine], ['theirs', theirs]])) {
      const text = word(`take_${take}`, { value: value || '–' })
      const button = element('button', { type: 'button' }, text)
      button.addEventListener('click', () => this.decide(conflict, take, name))
      item.append(button)
    }
    return item
  }

  /**
   * Take one of two changes, say so, and lead on: to the next, else to what was decided.
   *
   * @param {Conflict} conflict
   * @param {'mine' | 'theirs'} take
   * @param {string} name
   */
  async decide({ column, row }, take, name) {
    const state = await change('resolve', { column, row, take })
    if (!state) return
    announce(`${word('status.resolved')}: ${name}`)
    const decided = state.rows.find(({ key }) => key === row)
    if (state.theirs.length) query('#conflicts-title', HTMLElement).focus()
    else if (decided) this.go(decided, column)
    else query('#presence-title', HTMLElement).focus()
  }
}

/** @param {EditFault} fault */
function faultNode(fault) {
  return element('span', { dir: 'ltr', lang: 'en' }, faultText(fault))
}

/** @param {EditFault} fault */
function fileOf({ file, line }) {
  return file ? element('bdi', {}, `${file}${line ? `:${line}` : ''} `) : ''
}

/**
 * Show a sentence above the form, or no more.
 *
 * @param {string} kind one sentence of each kind is shown
 * @param {string} [text]
 * @param {string} [lang] of the text, where it is not that of the page
 */
export function showNotice(kind, text, lang = pageLanguage) {
  const notices = query('.notices', HTMLElement)
  const [shown] = queryAll(`[data-kind=${kind}]`, HTMLElement, notices)
  if (shown?.dataset.text === text) return
  shown?.remove()
  if (!text) return
  const close = element('button', { 'aria-label': word('dismiss'), type: 'button' }, '×')
  const notice = element('div', { 'data-kind': kind, 'data-text': text }, close)
  close.addEventListener('click', () => notice.remove())
  notices.append(notice)
  notice.prepend(element('p', { dir: 'auto', lang }, text))
  announce(text, lang)
}
