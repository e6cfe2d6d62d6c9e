/** The field that finds a row of the list by its name, in any language, also where the map lacks it. */
import { element, query } from '../js/dom.js'
import { Combobox } from './combobox.js'
import { findRows } from './pure.js'
import { rowName } from './row-name.js'
import { draft } from './session.js'
import { word, wordOr } from './words.js'

/** @import { Row } from './types.d.ts' */

/** @param {(row: Row) => void} choose */
export function addFinder(choose) {
  const input = element('input', { id: 'find-row', type: 'text', dir: 'auto' })
  const find = (/** @type {string} */ text) =>
    findRows(draft().rows, text, rowName).map((row) => ({
      detail: [wordOr(`status.${row.status}`), row.cells.id].filter(Boolean).join(' · '),
      text: rowName(row),
      value: row.key,
    }))
  const box = new Combobox(input, find, ({ value }) => {
    input.value = ''
    const row = draft().rows.find(({ key }) => key === value)
    if (row) choose(row)
  })
  box.name(word('find'))
  const label = element('label', { for: input.id }, word('find'))
  query('.finder', HTMLElement).append(label, box.root)
}
