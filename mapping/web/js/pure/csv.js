import { propertiesOf } from './columns.js'

/** @import { PageData, Place } from '../types.d.ts' */

/** How a program begins a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Write places as CSV: text in quotes, with a byte order mark, without which Excel takes it for another
 * encoding.
 *
 * @param {Place[]} places
 * @param {Pick<PageData, 'columns' | 'languages' | 'sources'>} data
 */
export function toCsv(places, data) {
  const header = ['longitude', 'latitude', ...data.columns].map(quote)
  const rows = places.map((place) => [
    place.longitude,
    place.latitude,
    ...Object.values(propertiesOf(place, data)).map(cell),
  ])
  const lines = [header, ...rows].map((row) => `${row.join(',')}\n`)
  return `\uFEFF${lines.join('')}`
}

/**
 * Write a cell that no spreadsheet takes for a formula.
 *
 * @param {unknown} value
 */
function cell(value) {
  const text = cellText(value)
  return quote(FORMULA.test(text) ? `'${text}` : text)
}

/** @param {unknown} value */
function cellText(value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return [value ?? ''].flat().join(' | ')
}

/** @param {string} text */
function quote(text) {
  return `"${text.replaceAll('"', '""')}"`
}
