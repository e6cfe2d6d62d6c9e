/**
 * Several keys in one cell: each with buttons that take it out, put it first, or correct what it stands for,
 * and a field that adds one.
 */
import { element } from '../js/dom.js'
import { Combobox } from './combobox.js'
import { splitKeys } from './pure.js'
import { finderOf, nameOf, sideRowOf } from './suggesting.js'
import { announce, word } from './words.js'

/** @import { ControlUse } from './suggesting.js' */
/** @import { Column, Suggestion } from './types.d.ts' */

/**
 * Show a button where what a key stands for can be corrected.
 *
 * @param {HTMLButtonElement} button
 * @param {Column} column
 * @param {string} key
 * @param {ControlUse} use
 */
export async function offerCorrection(button, column, key, { correct }) {
  const found = correct && await sideRowOf(column, key)
  button.hidden = !found
  button.onclick = () => found && correct?.(found)
}

export class KeysControl {
  /**
   * @param {Column} column
   * @param {ControlUse} use
   */
  constructor(column, use) {
    this.column = column
    this.use = use
    /** @type {string[]} */
    this.keys = []
    this.field = element('input', { type: 'text', dir: 'auto' })
    this.list = element('ul', { class: 'keys', role: 'list' })
    const find = finderOf(column, use)
    const { root } = new Combobox(
      this.field,
      async (text) => (await find(text)).filter(({ value }) => !this.keys.includes(value)),
      (suggestion) => this.take(suggestion),
    )
    // The field may be on the way to lose the focus: it is not taken back.
    this.field.addEventListener('change', () => this.add(this.field.value.trim()))
    this.root = element('div', {}, this.list, root)
  }

  read() {
    return this.keys.join(' ')
  }

  /** @param {string} value */
  write(value) {
    if (value === this.read() && this.list.childElementCount === this.keys.length) return
    this.keys = splitKeys(value)
    this.draw()
  }

  draw() {
    this.list.replaceChildren(...this.keys.map((key, i) => this.itemNode(key, i)))
  }

  /**
   * @param {string} key
   * @param {number} i
   */
  itemNode(key, i) {
    const name = element('bdi', {}, key)
    const first = element('button', { type: 'button' }, '↑')
    const remove = element('button', { type: 'button' }, '×')
    const correct = element('button', { hidden: '', type: 'button' }, '✎')
    const item = element('li', {}, name, correct, ...(i ? [first] : []), remove)
    const label = (/** @type {string} */ text) => {
      name.textContent = text
      correct.setAttribute('aria-label', word('correct', { name: text }))
      first.setAttribute('aria-label', word('put_first', { name: text }))
      remove.setAttribute('aria-label', word('take_out', { name: text }))
    }
    label(key)
    nameOf(this.column, key).then(label)
    offerCorrection(correct, this.column, key, this.use)
    first.addEventListener(
      'click',
      () => this.set([key, ...this.keys.filter((one) => one !== key)]),
    )
    remove.addEventListener('click', () => {
      this.set(this.keys.filter((one) => one !== key))
      this.field.focus()
      announce(word('taken_out', { name: name.textContent ?? key }))
    })
    return item
  }

  /** @param {Suggestion} suggestion */
  take(suggestion) {
    this.field.value = ''
    if (suggestion.new && this.use.enter) this.use.enter(suggestion)
    else this.add(suggestion.value)
  }

  /** @param {string} key */
  add(key) {
    this.field.value = ''
    if (key && !this.keys.includes(key)) this.set([...this.keys, key])
  }

  /** @param {string[]} keys */
  set(keys) {
    this.keys = keys
    this.draw()
    this.use.change(this.read())
  }
}
