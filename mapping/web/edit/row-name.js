/** What a row is called, also while something is wrong with it. */
import { inLanguage, word } from './words.js'

/** @import { Row } from './types.d.ts' */

/** @type {Map<string, string>} */
const lastNames = new Map()

/**
 * Return what a row is called: its label, that which it had before something was wrong, what the file
 * says of it, or else its key.
 *
 * @param {Row} row
 */
export function rowName({ called, cells, key, labels }) {
  const name = inLanguage(labels)
  if (name) lastNames.set(key, name)
  const names = [name, lastNames.get(key), inLanguage(called)]
  const { en, id, key: own } = cells
  return [...names, en, id, own].find(Boolean) ?? word('no_label')
}
