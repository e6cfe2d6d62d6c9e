/** "Close": what says that a presence is closed, and since when. */
import { change, draft } from './session.js'
import { announce, inLanguage, word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { Row } from './types.d.ts' */

/** What is asked where the server does not say. */
const ASKED = ['evidence', 'as_of', 'sources']

/**
 * Ask what has to be known, and close a row.
 *
 * @param {Asking} asking
 * @param {Row} row
 */
export function askToClose(asking, row) {
  const { closing, columns } = draft()
  const asked = closing?.columns ?? ASKED
  const remove = closing?.removes ?? true
  asking.open({
    answer: async (cells) => {
      const state = await change('close', { cells, remove, row: row.key })
      if (!state) return [{ column: null, remedy: '', what: word('refused') }]
      announce(word('closed'))
      return []
    },
    cells: row.cells,
    columns: columns.filter(({ name, role }) => asked.includes(role || name)),
    help: word(remove ? 'close_help_removed' : 'close_help'),
    title: word('close_title', { name: inLanguage(row.labels) }),
    yes: word('close'),
  })
}
