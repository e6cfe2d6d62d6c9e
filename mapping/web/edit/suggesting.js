/** What may be written into a column, and what keys are called: asked of the server. */
import { findChoices } from './pure.js'
import { ask, draft } from './session.js'
import { choiceText, word } from './words.js'

/** @import { Column, Suggestion } from './types.d.ts' */

/**
 * What a form does with its controls: `change` is called with each new value, `enter` with what is new to
 * the tables of the list and must be entered there first.
 *
 * @typedef {{
 *   change: (value: string, typing?: boolean) => void,
 *   enter?: (suggestion: Suggestion) => void,
 *   row?: () => string | null,
 *   table?: string,
 * }} ControlUse
 */

/** @type {Map<string, Promise<string>>} */
const names = new Map()

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
    return [...suggestions, ...newKey(column, text, use)]
  }
}

/**
 * Return the offer to enter something new, last of all suggestions, where that can be done.
 *
 * @param {Column} column
 * @param {string} text
 * @param {ControlUse} [use]
 * @returns {Suggestion[]}
 */
function newKey({ table }, text, use) {
  if (!table || !text || !use?.enter || !draft().tables?.[table]?.writable) return []
  return [{ new: { cells: {}, table }, text: word(`new.${table}`, { text }), value: text }]
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
