/** What the draft as a whole is: what will change, what is wrong, what others changed, and what to know. */
import { element, query, queryAll } from '../js/dom.js'
import { labelOf } from './field.js'
import { faultText, idOf } from './pure.js'
import { rowName } from './row-name.js'
import { change } from './session.js'
import { namesOf } from './steps.js'
import { announce, inLanguage, numberText, pageLanguage, word } from './words.js'

/** @import { Conflict, EditFault, EditState, Row, SideTable } from './types.d.ts' */

export class Overview {
  /**
   * @param {{
   *   correct: (table: string, row: Row) => void,
   *   go: (row: Row, column: string | null) => void,
   * }} listeners lead to what is wrong: beside the list, and in it
   */
  constructor({ correct, go }) {
    this.correct = correct
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
  showChanges({ changes, git, rows, tables = {} }) {
    const told = changes.map(({ text }) => element('li', { dir: 'auto' }, inLanguage(text)))
    const ids = new Set(changes.map(({ id }) => id))
    const untold = rows.filter((row) => row.status !== 'same' && !ids.has(idOf(row)))
    const items = untold.map((row) =>
      element('li', {}, `${word(`status.${row.status}`)}: ${rowName(row)}`)
    )
    const beside = Object.values(tables).flatMap(sideChanges)
    const all = [...told, ...items, ...beside]
    query('ul', HTMLElement, this.changes).replaceChildren(
      ...(all.length ? all : [element('li', { class: 'none' }, word('changes_none'))]),
    )
    query('[data-act=discard]', HTMLElement).hidden = !all.length
    const rests = rows.some(({ facts = {} }) => Object.values(facts).some(Boolean))
    const closing = word(git ? 'closing_message' : 'closing_nowhere')
    query('.closing', HTMLElement, this.changes).textContent = rests ? closing : ''
  }

  /** @param {EditState} state */
  showTotals({ totals }) {
    const changed = totals.by_category.filter(({ before, now }) => before !== now)
    const table = query('table', HTMLTableElement, this.changes)
    table.hidden = !changed.length
    query('tbody', HTMLElement, table).replaceChildren(
      ...changed.map(({ before, category, expected, now, text }) =>
        element(
          'tr',
          {},
          element('th', { dir: 'auto', scope: 'row' }, inLanguage(text) || category),
          ...[before, now, expected].map((one) =>
            element('td', {}, typeof one === 'number' ? numberText(one) : '–')
          ),
        )
      ),
    )
  }

  /** @param {EditState} state */
  showFaults({ columns, faults, rows, tables = {} }) {
    const names = new Map(columns.map((column) => [column.name, labelOf(column)]))
    const ofRows = rows.flatMap((row) =>
      row.faults.map((fault) => {
        const where = [rowName(row), names.get(fault.column ?? '')].filter(Boolean).join(' – ')
        const button = element('button', { class: 'link', type: 'button' }, where)
        button.addEventListener('click', () => this.go(row, fault.column))
        return element('li', {}, button, ' ', faultNode(fault))
      })
    )
    const sides = Object.entries(tables).flatMap(([table, { columns: own, file, rows: found }]) =>
      found.map((row) => ({ file, own, row, table }))
    )
    const others = faults.map((fault) => {
      const side = sides.find((one) =>
        one.file === fault.file && one.row.faults.some(({ line }) => line === fault.line)
      )
      if (!side) return element('li', {}, fileOf(fault), faultNode(fault))
      const column = side.own.find(({ name }) => name === fault.column)
      const where = [rowName(side.row), column && labelOf(column)].filter(Boolean).join(' – ')
      const button = element('button', { class: 'link', type: 'button' }, where)
      button.addEventListener('click', () => this.correct(side.table, side.row))
      return element('li', {}, button, ' ', faultNode(fault))
    })
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
  conflictNode(conflict, state) {
    const { base, column, mine, row, theirs } = conflict
    const names = namesOf(conflict, [column], state)
    const name = [names.row ?? row, ...names.columns].filter(Boolean).join(' – ')
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
  async decide({ column, file, row }, take, name) {
    const state = await change('resolve', { column, file, row, take })
    if (!state) return
    announce(`${word('status.resolved')}: ${name}`)
    const isListed = file === state.files.list
    const decided = state.rows.find(({ key }) => isListed && key === row)
    if (state.theirs.length) query('#conflicts-title', HTMLElement).focus()
    else if (decided) this.go(decided, column)
    else query('#presence-title', HTMLElement).focus()
  }
}

/**
 * Return what changed in a table beside the list: a row, or a cell with what was there before.
 *
 * @param {SideTable} side
 */
function sideChanges({ columns, rows }) {
  return rows.filter(({ status }) => status !== 'same').flatMap((row) => {
    const name = `${word(`status.${row.status}`)}: ${rowName(row)}`
    const changed = columns.filter((column) => column.name in (row.before ?? {}))
    if (!changed.length) return [element('li', {}, name)]
    return changed.map((column) =>
      element(
        'li',
        {},
        `${name} – ${labelOf(column)}: `,
        element('q', { dir: 'auto' }, row.cells[column.name] || '–'),
        ' ',
        element('small', {}, word('was', { value: row.before?.[column.name] || '–' })),
      )
    )
  })
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
