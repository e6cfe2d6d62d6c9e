/** A field that suggests: the pattern "editable combobox with list autocomplete" of WAI-ARIA. */
import { element } from '../js/dom.js'
import { announce, word } from './words.js'

/** @import { Suggestion } from './types.d.ts' */

const PAUSE_MS = 120
let made = 0

export class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {(text: string) => Promise<Suggestion[]> | Suggestion[]} find
   * @param {(suggestion: Suggestion) => void} choose
   */
  constructor(input, find, choose) {
    this.input = input
    this.find = find
    this.choose = choose
    /** @type {Suggestion[]} */
    this.found = []
    this.active = -1
    this.asked = 0
    made += 1
    this.list = element('ul', { hidden: '', id: `suggestions-${made}`, role: 'listbox' })
    this.root = element('div', { class: 'combobox' }, input, this.list)
    const attributes = {
      'aria-autocomplete': 'list',
      'aria-controls': this.list.id,
      'aria-expanded': 'false',
      autocomplete: 'off',
      role: 'combobox',
      spellcheck: 'false',
    }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    input.addEventListener('input', () => this.suggest(PAUSE_MS))
    input.addEventListener('keydown', (event) => this.handleKey(event))
    input.addEventListener('click', () => this.list.hidden && this.suggest())
    input.addEventListener('blur', () => this.close())
    // The field keeps the focus while one points at a suggestion.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null
      if (option) this.take([...this.list.children].indexOf(option))
    })
  }

  /** @param {string} label */
  name(label) {
    this.list.setAttribute('aria-label', label)
  }

  get isOpen() {
    return !this.list.hidden
  }

  /** @param {number} [pause] in milliseconds, in which nothing more is typed */
  async suggest(pause = 0) {
    this.asked += 1
    const { asked } = this
    await new Promise((go) => setTimeout(go, pause))
    if (asked !== this.asked) return
    const found = await this.find(this.input.value.trim())
    if (asked === this.asked && document.activeElement === this.input) this.show(found)
  }

  /** @param {Suggestion[]} found */
  show(found) {
    // What was pointed at before the last letter was answered stays so, where it is still suggested.
    const pointed = this.found[this.active]?.value
    this.found = found
    this.list.replaceChildren(...found.map((one, i) => this.optionNode(one, i)))
    this.list.hidden = !found.length
    this.list.scrollIntoView({ block: 'nearest' })
    this.input.setAttribute('aria-expanded', String(this.isOpen))
    this.activate(found.findIndex(({ value }) => value === pointed))
    announce(found.length ? word('found', { number: found.length }) : word('found_none'))
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} i
   */
  optionNode({ detail, text }, i) {
    const attributes = { 'aria-selected': 'false', id: `${this.list.id}-${i}`, role: 'option' }
    const more = detail ? [' ', element('small', { dir: 'auto' }, detail)] : []
    return element('li', attributes, element('bdi', {}, text), ...more)
  }

  close() {
    this.asked += 1
    this.list.hidden = true
    this.input.setAttribute('aria-expanded', 'false')
    this.activate(-1)
  }

  /** @param {number} i */
  activate(i) {
    this.active = i
    for (const [k, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(k === i))
    }
    const option = this.list.children[i]
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.input.removeAttribute('aria-activedescendant')
  }

  /** @param {number} i */
  take(i) {
    const suggestion = this.found[i]
    this.close()
    if (suggestion) this.choose(suggestion)
  }

  /** @param {KeyboardEvent} event */
  handleKey(event) {
    const { key } = event
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (event.isComposing || event.altKey && step === undefined) return
    if (step !== undefined) {
      event.preventDefault()
      if (!this.isOpen) this.suggest()
      else {
        const { length } = this.found
        this.activate(
          (this.active + step + length + (this.active < 0 && step < 0 ? 1 : 0)) % length,
        )
      }
    } else if (key === 'Enter' && this.isOpen && this.active >= 0) {
      event.preventDefault()
      event.stopPropagation()
      this.take(this.active)
    } else if (key === 'Escape' && this.isOpen) {
      event.preventDefault()
      event.stopPropagation()
      this.close()
    }
  }
}
