/** A city, mission, source or footnote: entered in all languages where it is needed, or corrected. */
import { faultText, keyOf } from './pure.js'
import { change, draft, refused } from './session.js'
import { stepText } from './steps.js'
import { announce, word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { Cells, Column, FoundRow, Row, Suggestion } from './types.d.ts' */

/** By which the steps of one dialog are one: no other has its number. */
let dialogs = Date.now()

/**
 * Ask for the cells of a row of a side table until nothing is wrong with them.
 *
 * @param {Asking} asking
 * @param {string} table
 * @param {{
 *   cancel?: (() => void) | undefined, cells: Cells, columns: Column[],
 *   done?: ((key: string) => void) | undefined, help: string, row: string | null, title: string, yes: string,
 * }} asked `row` is its key in the session, where it has one already
 */
function askForRow(asking, table, { cancel, cells, columns, done, help, row, title, yes }) {
  dialogs += 1
  const merge = `dialog ${dialogs}`
  const before = draft()
  const rowNow = () => draft().tables?.[table]?.rows.find(({ key }) => key === row)
  // What was wrong before is no reason to stay in the dialog.
  const known = new Set(rowNow()?.faults.map(faultText))
  asking.open({
    answer: async (written) => {
      const state = await change('tables', { cells: written, merge, row, table })
      if (!state) return refused()
      row = state.row ?? row
      return (rowNow()?.faults ?? []).filter((fault) => !known.has(faultText(fault)))
    },
    cancel: () => {
      const { revision, undo } = draft()
      if (revision > before.revision && undo?.row === row) change('undo')
      cancel?.()
    },
    cells,
    columns,
    done: () => {
      const state = draft()
      if (state.revision > before.revision) announce(stepText(state.undo, state))
      const made = rowNow()
      done?.(made ? keyOf(made) : row ?? '')
    },
    help,
    table,
    title,
    yes,
  })
}

/**
 * Enter a row of a side table; its key is then used.
 *
 * @param {Asking} asking
 * @param {string} table
 * @param {Cells} cells what is known of it
 * @param {(key: string) => void} [use]
 * @param {() => void} [cancel]
 */
export function enterRow(asking, table, cells, use, cancel) {
  const side = draft().tables?.[table]
  if (!side) return
  const { columns, file } = side
  const help = word('enter_help', { file })
  const [title, yes] = [word(`enter.${table}`), word('enter_yes')]
  askForRow(asking, table, { cancel, cells, columns, done: use, help, row: null, title, yes })
}

/**
 * Correct a row of a side table; its key stays, as others name it.
 *
 * @param {Asking} asking
 * @param {string} table
 * @param {FoundRow} found
 * @param {() => void} [after] what follows, whether anything was corrected or not
 */
export function correctRow(asking, table, { cells, row, text }, after) {
  const side = draft().tables?.[table]
  if (!side) return
  const help = word('correct_help', { file: side.file })
  const columns = side.columns.filter(({ name }) => !['id', 'key'].includes(name))
  const title = word('correct', { name: text })
  const yes = word('correct_yes')
  askForRow(asking, table, {
    cancel: after,
    cells,
    columns,
    done: after,
    help,
    row,
    title,
    yes,
  })
}

/**
 * Enter what a field of the form names and the list lacks, and put its key there.
 *
 * @param {Asking} asking
 * @param {Column} column
 * @param {Row | undefined} row
 * @param {Suggestion} suggestion
 * @param {() => void} after what follows, whether anything was entered or not
 */
export function enterFor(asking, column, row, suggestion, after) {
  const { cells: alongside, new: entered, value } = suggestion
  if (!entered) return
  enterRow(asking, entered.table, cellsOfNew(entered.cells, value), (key) => {
    const before = column.many ? row?.cells[column.name] ?? '' : ''
    const cell = [before, key].filter(Boolean).join(' ')
    change('rows', { cells: { ...alongside, [column.name]: cell }, row: row?.key ?? null })
    after()
  }, after)
}

/**
 * Return what is known of something new: its name as it was written, where nothing else is.
 *
 * @param {Cells} cells
 * @param {string} name
 */
export function cellsOfNew(cells, name) {
  return Object.keys(cells).length ? cells : { [document.documentElement.lang]: name, title: name }
}
