/** "Close": what says that a presence is closed, since when, and what becomes of its row. */
import { labelOf } from './field.js'
import { rowName } from './row-name.js'
import { change, draft, refused } from './session.js'
import { announce, pageLanguage, word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { Column, EditFault, Row } from './types.d.ts' */

const KEEP = 'keep'
const REMOVE = 'remove'
/** What is asked besides the columns of the list, where the row may stay. */
const OUTCOME = 'outcome'
/** @type {Column} */
const OUTCOME_COLUMN = {
  choices: [REMOVE, KEEP].map((value) => ({ text: '', value })),
  kind: 'choice',
  name: OUTCOME,
  required: true,
}

/**
 * Ask what has to be known, and close a row.
 *
 * @param {Asking} asking
 * @param {Row} row
 */
export function askToClose(asking, row) {
  const { closing, columns } = draft()
  const { columns: asked, may_stay: mayStay, required } = closing
  const wanted = columns
    .filter(({ name, role }) => asked.includes(role || name))
    .map((one) => ({ ...one, required: required.includes(one.role || one.name) }))
  asking.open({
    answer: async ({ [OUTCOME]: outcome, ...cells }) => {
      const missing = wanted.filter(({ name, required }) => required && !cells[name])
      if (missing.length) return missing.map(({ name }) => lacking(name, missing))
      const state = await change('close', { cells, remove: outcome !== KEEP, row: row.key })
      if (!state) return refused()
      announce(word('closed'))
      return []
    },
    // What says that it is closed is another document, of another time, than what says that it is there.
    cells: { note: row.cells.note ?? '', [OUTCOME]: REMOVE },
    columns: [...wanted, ...(mayStay ? [OUTCOME_COLUMN] : [])],
    help: word(wanted.length ? 'close_help' : 'close_help_removed'),
    title: word('close_title', { name: rowName(row) }),
    yes: word('close'),
  })
}

/**
 * Return what is wrong with a field that says nothing of what a closing rests on.
 *
 * @param {string} column
 * @param {readonly Column[]} missing all such
 * @returns {EditFault}
 */
function lacking(column, missing) {
  const labels = new Intl.ListFormat(pageLanguage).format(missing.map(labelOf))
  return { column, lang: pageLanguage, remedy: '', what: word('close_needs', { columns: labels }) }
}
