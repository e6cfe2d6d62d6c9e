/** A new city, mission or source: entered in all languages where it is needed, what is missing named. */
import { keyOf } from './pure.js'
import { change, draft, refused } from './session.js'
import { word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { Cells, Column, Row, Suggestion } from './types.d.ts' */

/**
 * Enter a row of a side table; its key is then used.
 *
 * @param {Asking} asking
 * @param {string} table
 * @param {Cells} cells what is known of it
 * @param {(key: string) => void} use
 * @param {() => void} [cancel]
 */
export function enterRow(asking, table, cells, use, cancel) {
  /** @type {string | null} */
  let key = null
  let made = ''
  const side = draft().tables?.[table]
  if (!side) return
  const { columns, file } = side
  asking.open({
    answer: async (written) => {
      const state = await change('tables', { cells: written, row: key, table })
      if (!state) return refused()
      key = state.row ?? key
      const row = state.tables?.[table]?.rows.find((one) => one.key === key)
      made = row ? keyOf(row) : key ?? ''
      return row?.faults ?? []
    },
    cancel: () => {
      if (key) change('tables', { remove: true, row: key, table })
      cancel?.()
    },
    cells,
    columns,
    done: () => use(made),
    help: word('enter_help', { file }),
    table,
    title: word(`enter.${table}`),
    yes: word('enter_yes'),
  })
}

/**
 * Enter what a field of the form names and the list lacks, and put its key there.
 *
 * @param {Asking} asking
 * @param {Column} column
 * @param {Row | undefined} row
 * @param {Suggestion} suggestion
 */
export function enterFor(asking, column, row, { cells: alongside, new: entered, value }) {
  if (!entered) return
  const known = Object.keys(entered.cells).length ? entered.cells : { en: value, title: value }
  enterRow(asking, entered.table, known, (key) => {
    const before = column.many ? row?.cells[column.name] ?? '' : ''
    const cell = [before, key].filter(Boolean).join(' ')
    change('rows', { cells: { ...alongside, [column.name]: cell }, row: row?.key ?? null })
  })
}
