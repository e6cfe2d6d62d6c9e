/** What the list refers to, used or not: a kind of it, and a field that finds a row or offers a new one. */
import { element, query } from '../js/dom.js'
import { Combobox } from './combobox.js'
import { cellsOfNew, correctRow, enterRow } from './entering.js'
import { findSideRows, newKey } from './suggesting.js'
import { word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { EditState, FoundRow } from './types.d.ts' */

export class NamesPanel {
  /** @param {Asking} asking */
  constructor(asking) {
    this.root = query('.names', HTMLDetailsElement)
    this.kind = element('select', { id: 'names-kind' })
    this.kinds = ''
    /** @type {FoundRow[]} */
    this.found = []
    const input = element('input', { id: 'names-find', type: 'text', dir: 'auto' })
    const box = new Combobox(input, (text) => this.find(text), (suggestion) => {
      input.value = ''
      const row = this.found.find((one) => one.row === suggestion.value)
      const { new: entered, value } = suggestion
      if (entered) enterRow(asking, entered.table, cellsOfNew(entered.cells, value))
      else if (row) correctRow(asking, this.kind.value, row)
    })
    box.name(word('names_find'))
    query('div', HTMLElement, this.root).append(
      element('label', { for: this.kind.id }, word('names_kind')),
      this.kind,
      element('label', { for: input.id }, word('names_find')),
      box.root,
    )
  }

  /** @param {string} text */
  async find(text) {
    const table = this.kind.value
    this.found = await findSideRows(table, text)
    const known = this.found.map(({ key, row, text: name }) => ({
      detail: key === name ? '' : key,
      text: name,
      value: row,
    }))
    return [...known, ...newKey({ table }, text)]
  }

  /** @param {EditState} state */
  show({ tables = {} }) {
    const kinds = Object.keys(tables)
    this.root.hidden = !kinds.length
    if (kinds.join() === this.kinds) return
    this.kinds = kinds.join()
    this.kind.replaceChildren(
      ...kinds.map((value) => element('option', { value }, word(`table.${value}`))),
    )
  }
}
