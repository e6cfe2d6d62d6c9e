/** A field of a form: label, control, help, and what is wrong with it. */
import { element, queryAll } from '../js/dom.js'
import { makeControl } from './controls.js'
import { faultText, roleOf } from './pure.js'
import { inLanguage, languageName, word, wordOr } from './words.js'

/** @import { ControlUse } from './suggesting.js' */
/** @import { Column, EditFault } from './types.d.ts' */

/** Columns whose help speaks of a presence. */
const OF_PLACES = ['country', 'latitude', 'longitude', 'note']
let numbered = 0

export class Field {
  /**
   * @param {Column} column
   * @param {ControlUse} use
   */
  constructor(column, use) {
    numbered += 1
    const id = `field-${numbered}`
    this.column = column
    this.name = labelOf(column)
    this.control = makeControl(column, use)
    const { field, root } = this.control
    const help = column.own ? '' : helpOf(column, use)
    this.help = element('p', { class: 'help', id: `${id}-help` }, help)
    this.help.hidden = !help
    this.wrong = element('ul', {
      class: 'wrong',
      dir: 'ltr',
      id: `${id}-wrong`,
      lang: 'en',
      role: 'list',
    })
    this.wrong.hidden = true
    this.notes = element('ul', { class: 'remarks', dir: 'ltr', lang: 'en', role: 'list' })
    this.notes.id = `${id}-notes`
    this.notes.hidden = true
    for (const list of queryAll('[role=listbox]', HTMLElement, root)) {
      list.setAttribute('aria-label', this.name)
    }
    const label = element('label', { for: id, dir: 'auto' }, this.name)
    field.id = id
    if (column.language) field.lang = column.language
    if (column.required) {
      field.setAttribute('aria-required', 'true')
      label.append(element('span', { 'aria-hidden': 'true' }, ' *'))
    }
    field.setAttribute('aria-describedby', `${id}-help ${id}-wrong ${id}-notes`)
    this.root = element('div', { class: 'field' }, label, root, this.help, this.wrong, this.notes)
  }

  /**
   * Show what is wrong, and return what was not shown before.
   *
   * @param {readonly EditFault[]} faults
   */
  showFaults(faults) {
    const texts = faults.map(faultText)
    const before = [...this.wrong.children].map((one) => one.textContent)
    if (texts.join() === before.join()) return []
    this.wrong.replaceChildren(...faults.map((fault) => {
      const own = fault.lang ? { dir: 'auto', lang: fault.lang } : {}
      return element('li', own, faultText(fault))
    }))
    this.wrong.hidden = !texts.length
    if (texts.length) this.control.field.setAttribute('aria-invalid', 'true')
    else this.control.field.removeAttribute('aria-invalid')
    return texts.filter((text) => !before.includes(text))
  }

  /**
   * Show what is worth knowing of it, and forbids nothing.
   *
   * @param {readonly EditFault[]} notes
   */
  showNotes(notes) {
    this.notes.replaceChildren(...notes.map((note) => element('li', {}, faultText(note))))
    this.notes.hidden = !notes.length
  }

  get isWrong() {
    return !this.wrong.hidden
  }

  focus() {
    const details = this.root.closest('details')
    if (details) details.open = true
    this.control.field.focus()
    this.root.scrollIntoView({ block: 'nearest' })
  }
}

/**
 * Return what to write into a column; the id of a row of a side table is its key, which nothing makes.
 *
 * @param {Column} column
 * @param {ControlUse} use
 */
function helpOf(column, { table }) {
  const role = roleOf(column)
  if (table && OF_PLACES.includes(role)) return ''
  return wordOr(`help.${table && role === 'id' ? 'key' : role}`, '')
}

/**
 * Return what a column is called in plain words.
 *
 * @param {Column} column
 */
export function labelOf(column) {
  const { kind, language = /^name_(\w\w)$/.exec(roleOf(column))?.[1], name, own, title } = column
  const isText = kind === 'footnote'
  if (language) return word(isText ? 'text_in' : 'name_in', { language: languageName(language) })
  const called = inLanguage(title) || name
  return own ? called : wordOr(`column.${roleOf(column)}`, called)
}
