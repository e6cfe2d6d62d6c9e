/** What may be written into a column, what keys are called, and their rows: asked of the server. */
import { findChoices } from './pure.js'
import { ask, draft } from './session.js'
import { choiceText, word } from './words.js'

/** @import { Column, FoundRow, Suggestion } from './types.d.ts' */

/**
 * What a form does with its controls: `change` is called with each new value, `enter` with what is new to
 * the tables of the list and must be entered there first, `correct` with a row of these tables.
 *
 * @typedef {{
 *   change: (value: string, typing?: boolean) => void,
 *   correct?: (found: FoundRow) => void,
 *   enter?: (suggestion: Suggestion) => void,
 *   row?: () => string | null,
 *   table?: string,
 * }} ControlUse
 */

/** @type {Map<string, Promise<string>>} */
const names = new Map()
/** @type {Map<string, Promise<FoundRow | undefined>>} */
const sideRows = new Map()

/** Ask anew for what keys are called: a name was changed. */
export function forgetNames() {
  names.clear()
  sideRows.clear()
}

/**
 * Return what finds suggestions for a column: among its choices, or by asking.
 *
 * @param {Column} column
 * @param {ControlUse} [use]
 * @returns {(text: string) => Promise<Suggestion[]>}
 */
export function finderOf(column, use) {
  const choices = (column.choices ?? []).map(({ text, value }) => ({
    text: choiceText(value, text),
    value,
  }))
  if (choices.length) return (text) => Promise.resolve(findChoices(choices, text))
  return async (text) => {
    const asked = { column: column.name, row: use?.row?.() ?? null, table: use?.table, text }
    const { suggestions } = await ask('suggest', asked).catch(() => ({ suggestions: [] }))
    return [...suggestions, ...(use?.enter ? newKey(column, text) : [])]
  }
}

/**
 * Return the offer to enter something new, last of all suggestions, where that can be done.
 *
 * @param {{ table?: string | null }} column
 * @param {string} text
 * @returns {Suggestion[]}
 */
export function newKey({ table }, text) {
  if (!table || !text || !draft().tables?.[table]?.writable) return []
  return [{ new: { cells: {}, table }, text: word(`new.${table}`, { text }), value: text }]
}

/**
 * Return the rows of a side table that a text may mean, that with this key first.
 *
 * @param {string} table
 * @param {string} text
 * @returns {Promise<FoundRow[]>}
 */
export function findSideRows(table, text) {
  return ask('find', { table, text }).then(({ found }) => found, () => [])
}

/**
 * Return the row of a side table that has a key, where it can be corrected.
 *
 * @param {Column} column
 * @param {string} key
 */
export function sideRowOf({ table }, key) {
  if (!table || !key || !draft().tables?.[table]?.writable) return Promise.resolve(undefined)
  const id = `${table} ${key}`
  const known = sideRows.get(id)
  if (known) return known
  const asked = findSideRows(table, key).then((found) => found.find((one) => one.key === key))
  sideRows.set(id, asked)
  return asked
}

/**
 * Return what a key is called; itself where nothing is known of it.
 *
 * @param {Column} column
 * @param {string} key
 */
export function nameOf(column, key) {
  if (!key) return Promise.resolve('')
  const id = `${column.name} ${key}`
  const known = names.get(id)
  if (known) return known
  const asked = finderOf(column)(key).then((found) => {
    const name = found.find((one) => one.value === key)?.text
    if (!name) names.delete(id)
    return name ?? key
  })
  names.set(id, asked)
  return asked
}
