/** The form of the chosen row: a field for each column, what is wrong beside it, its labels. */
import { element, query, queryAll } from '../js/dom.js'
import { Field } from './field.js'
import { faultsByColumn, faultText, partsOf } from './pure.js'
import { rowName } from './row-name.js'
import { change, draft, TYPING_MS } from './session.js'
import { forgetNames } from './suggesting.js'
import { announce, languageName, word } from './words.js'

/** @import { Column, EditState, FoundRow, Row, Suggestion } from './types.d.ts' */

export class RowForm {
  /**
   * @param {{
   *   correct: (column: Column, found: FoundRow) => void,
   *   enter: (column: Column, suggestion: Suggestion) => void,
   * }} listeners what is to be corrected in the tables of the list, or is new to them, in a dialog
   */
  constructor({ correct, enter }) {
    this.correct = correct
    this.enter = enter
    this.form = query('.fields', HTMLFormElement)
    this.title = query('#presence-title', HTMLElement)
    this.hint = query('.presence .hint', HTMLElement)
    /** @type {Map<string, Field>} */
    this.fields = new Map()
    /** @type {Map<string, { sent: string, timer: ReturnType<typeof setTimeout> | undefined }>} */
    this.typed = new Map()
    this.labels = element('dl', { class: 'labels' })
    this.more = element('ul', { class: 'wrong', dir: 'ltr', lang: 'en', role: 'list' })
    this.acts = element('div', { class: 'row-acts' })
    /** @type {Map<string, number>} how many changes of a column are on their way */
    this.sending = new Map()
    /** @type {string | null} */
    this.key = null
    this.made = ''
    this.form.addEventListener('submit', (event) => event.preventDefault())
  }

  /**
   * Show a row, or that none is chosen.
   *
   * @param {Row | undefined} row
   * @param {EditState} state
   */
  show(row, state) {
    const isOther = (row?.key ?? null) !== this.key
    if (isOther) this.flush()
    const hadFocus = this.form.contains(document.activeElement)
    this.hint.hidden = Boolean(row)
    this.form.hidden = !row
    this.key = row?.key ?? null
    this.title.textContent = row ? rowName(row) : word('none_chosen')
    if (!row && hadFocus) this.title.focus()
    if (!row) return
    const names = Object.values(state.tables ?? {}).map(({ rows }) => rows)
    const made = JSON.stringify([state.columns, state.reading, names])
    if (made !== this.made) this.rebuild(state.columns)
    this.made = made
    this.form.inert = !state.writable || row.status === 'removed'
    for (const [name, field] of this.fields) this.write(name, field, row.cells[name] ?? '', isOther)
    this.showLabels(row)
    this.showFaults(row, state.columns, isOther)
  }

  /**
   * Make the fields anew: their columns, or what keys are called, are others; the focus stays.
   *
   * @param {Column[]} columns
   */
  rebuild(columns) {
    forgetNames()
    const [focused] = [...this.fields].find(([, { root }]) => root.matches(':focus-within')) ?? []
    const open = queryAll('fieldset:has(details[open])', HTMLElement, this.form)
    this.build(columns)
    for (const { dataset: { part } } of open) {
      query(`[data-part=${part}] details`, HTMLDetailsElement, this.form).open = true
    }
    for (const [name, { sent, timer }] of this.typed) {
      if (timer) this.fields.get(name)?.control.write(sent)
    }
    if (focused) this.fields.get(focused)?.control.field.focus({ preventScroll: true })
  }

  /** @param {Column[]} columns */
  build(columns) {
    this.fields.clear()
    const parts = partsOf(columns).map(({ columns: own, part }) => {
      const [first, later] = [own.filter((one) => !one.advanced), own.filter((one) => one.advanced)]
      const more = element('details', {}, element('summary', {}, word('more')))
      more.append(...later.map((one) => this.makeField(one)))
      const legend = element('legend', {}, word(`part.${part}`))
      const made = first.map((one) => this.makeField(one))
      return element(
        'fieldset',
        { 'data-part': part },
        legend,
        ...made,
        ...(later.length ? [more] : []),
      )
    })
    const labels = element('section', {}, element('h3', {}, word('labels')), this.labels)
    this.form.replaceChildren(this.more, ...parts, labels, this.acts)
  }

  /** @param {Column} column */
  makeField(column) {
    const field = new Field(column, {
      change: (value, typing) => this.note(column.name, value, Boolean(typing)),
      correct: (found) => this.correct(column, found),
      enter: (suggestion) => this.enter(column, suggestion),
      row: () => this.key,
    })
    this.fields.set(column.name, field)
    return field.root
  }

  /**
   * What is being typed, or on its way, stays as it is: an answer to what was there before comes late.
   *
   * @param {string} name
   * @param {Field} field
   * @param {string} value
   * @param {boolean} isOther whether another row was shown before
   */
  write(name, { control }, value, isOther) {
    const typed = this.typed.get(name)
    if (!isOther && (typed?.timer || this.sending.get(name))) return
    if (!isOther && typed && value === typed.sent && control.read() === value) return
    this.typed.delete(name)
    control.write(value)
  }

  /**
   * Send what is typed once it pauses, what is chosen at once.
   *
   * @param {string} name
   * @param {string} value
   * @param {boolean} typing
   */
  note(name, value, typing) {
    const { key } = this
    clearTimeout(this.typed.get(name)?.timer)
    const before = this.typed.get(name)
    if (!typing && before?.sent === value && !before.timer) return
    const send = () => {
      this.typed.set(name, { sent: value, timer: undefined })
      const merge = `${key} ${name}`
      const asked = { cells: { [name]: value }, merge, row: key }
      this.sending.set(name, (this.sending.get(name) ?? 0) + 1)
      change('rows', { ...asked, ...(!typing && { resolve: true }) }).finally(() => this.end(name))
    }
    const timer = typing ? setTimeout(send, TYPING_MS) : undefined
    this.typed.set(name, { sent: value, timer })
    if (!typing) send()
  }

  /**
   * A change of a column is made: once none is on its way any more, the field shows what came of it.
   *
   * @param {string} name
   */
  end(name) {
    const left = (this.sending.get(name) ?? 1) - 1
    this.sending.set(name, left)
    const row = draft().rows.find(({ key }) => key === this.key)
    const field = this.fields.get(name)
    if (!left && row && field) this.write(name, field, row.cells[name] ?? '', false)
  }

  /** Send what is still waiting for a pause. */
  flush() {
    for (const [name, { sent, timer }] of this.typed) {
      if (timer) this.note(name, sent, false)
    }
  }

  /** @param {Row} row */
  showLabels({ labels }) {
    const entries = Object.entries(labels ?? {}).filter(([, text]) => text)
    this.labels.parentElement?.toggleAttribute('hidden', !entries.length)
    this.labels.replaceChildren(
      ...entries.flatMap(([code, text]) => [
        element('dt', {}, languageName(code)),
        element('dd', { dir: 'auto', lang: code }, text),
      ]),
    )
  }

  /**
   * @param {Row} row
   * @param {Column[]} columns
   * @param {boolean} isOther
   */
  showFaults({ faults, notes = [] }, columns, isOther) {
    const found = faultsByColumn(faults, columns)
    const remarks = faultsByColumn(notes, columns)
    for (const [name, field] of this.fields) field.showNotes(remarks.get(name) ?? [])
    const general = found.get('') ?? []
    this.more.replaceChildren(...general.map((one) => element('li', {}, faultText(one))))
    const wrong = [...this.fields.values()].filter(({ isWrong }) => isWrong)
    const heard = [...this.fields].flatMap(([name, field]) =>
      field.showFaults(found.get(name) ?? []).map((text) => ({ name: field.name, text }))
    )
    if (isOther) return
    for (const { name, text } of heard) {
      announce(`${name}:`)
      announce(text, 'en')
    }
    for (const { isWrong, name } of wrong) if (!isWrong) announce(word('mended', { name }))
  }

  /** @param {string | null | undefined} column */
  focus(column) {
    const field = this.fields.get(column ?? '')
    if (field) field.focus()
    else this.title.focus()
  }
}
