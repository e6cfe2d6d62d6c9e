/** What can be worked out without a page: parts of the form, rows by what is typed, keys of a cell. */
import { fold } from '../js/pure/fold.js'

/** @import { Column, EditFault, Located, Row, Suggestion } from './types.d.ts' */

/** Where the program's own columns stand in the form; all others are at its end, in their order. */
const PARTS = {
  what: ['category', 'mission', 'serves', 'status', 'category_certain', 'label', 'id'],
  where: ['country', 'city', 'province', 'latitude', 'longitude', 'position_confirmed'],
  known: ['evidence', 'as_of', 'sources', 'report_label_zh'],
  remarks: ['footnotes', 'note'],
}
/** What a column with the name, or that in one language, is called; they are the first of all. */
const NAME = /^name(_[a-z]{2})?$/
const SUGGESTED = 12
const NOT_FOUND = 4

/**
 * Return the name that the program has for what a column holds.
 *
 * @param {Column} column
 */
export function roleOf({ name, role }) {
  return role || name
}

/**
 * Return the columns part by part, each part in the order of the form.
 *
 * @param {readonly Column[]} columns
 * @returns {{ part: string, columns: Column[] }[]}
 */
export function partsOf(columns) {
  const placed = new Map(columns.map((column) => [column.own ? '' : roleOf(column), column]))
  const names = [...placed.keys()].filter((role) => NAME.test(role)).sort()
  const parts = Object.entries({ ...PARTS, what: [...names, ...PARTS.what] }).map((
    [part, roles],
  ) => ({
    columns: roles.map((role) => placed.get(role)).filter((one) => one !== undefined),
    part,
  }))
  const known = new Set(parts.flatMap((one) => one.columns))
  const others = columns.filter((column) => !known.has(column))
  return [...parts, { columns: others, part: 'other' }].filter((one) => one.columns.length)
}

/**
 * Return the keys of a cell.
 *
 * @param {string} cell
 */
export function splitKeys(cell) {
  return cell.split(/\s+/).filter(Boolean)
}

/**
 * Return the rows that a text may mean, those that it names first, then those whose label begins with it.
 *
 * @param {readonly Row[]} rows
 * @param {string} text
 * @param {(row: Row) => string} labelOf
 */
export function findRows(rows, text, labelOf) {
  const wanted = fold(text)
  /** @param {Row} row */
  const rank = (row) => {
    const { called = {}, labels: own } = row
    const labels = [labelOf(row), ...Object.values({ ...called, ...own })].map(fold)
    if (labels.includes(wanted)) return 0
    if (labels[0].startsWith(wanted)) return 1
    if (labels.some((label) => label.startsWith(wanted))) return 2
    const all = [...labels, ...Object.values(row.cells).map(fold)]
    return all.some((one) => one.includes(wanted)) ? 3 : NOT_FOUND
  }
  return rows
    .map((row, i) => ({ i, rank: wanted ? rank(row) : 0, row }))
    .filter((one) => one.rank < NOT_FOUND)
    .toSorted((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, SUGGESTED)
    .map(({ row }) => row)
}

/**
 * Return the choices that a text may mean.
 *
 * @param {readonly Suggestion[]} choices
 * @param {string} text
 */
export function findChoices(choices, text) {
  const wanted = fold(text)
  return choices.filter((one) => fold(`${one.value} ${one.text}`).includes(wanted))
}

/**
 * Return the faults of a row by column; under nothing those that are of no column.
 *
 * @param {readonly EditFault[]} faults
 * @param {readonly Column[]} columns
 */
export function faultsByColumn(faults, columns) {
  const names = new Set(columns.map(({ name }) => name))
  return Map.groupBy(faults, ({ column }) => column && names.has(column) ? column : '')
}

/**
 * Return a fault in a sentence: what is wrong, and what to do.
 *
 * @param {EditFault} fault
 */
export function faultText({ remedy, what }) {
  return remedy ? `${what}; ${remedy}` : what
}

/**
 * Return the id by which the map knows a row.
 *
 * @param {Row} row
 */
export function idOf({ cells, id, key }) {
  return id || cells.id || key
}

/**
 * Return the key by which other tables name a row.
 *
 * @param {Row} row
 */
export function keyOf({ cells, key }) {
  return cells.key || cells.id || cells.letter || key
}

/**
 * Return the cells that a point means for a row that may have one of its own; its country, if it has one,
 * stays as it is written.
 *
 * @param {Located} located
 * @param {[number, number]} point
 * @param {readonly Column[]} columns
 * @param {boolean} isNew whether the row is still to be made
 */
export function pointCells({ country }, [longitude, latitude], columns, isNew) {
  const at = { latitude: degreesText(latitude), longitude: degreesText(longitude) }
  const position = `${at.latitude}, ${at.longitude}`
  return byName(columns, { ...(isNew && { country }), ...at, position })
}

/**
 * Return the cells of a row that may be no finer than a city: at one, or somewhere inside its country.
 *
 * @param {Located} located
 * @param {Suggestion | undefined} city
 * @param {readonly Column[]} columns
 */
export function cityCells({ country }, city, columns) {
  const at = { city: city?.value ?? '', country: city?.country ?? country }
  return byName(columns, { ...at, latitude: '', longitude: '', position: '' })
}

/**
 * Return cells by the names of their columns in the file; of those that it does not have, none.
 *
 * @param {readonly Column[]} columns
 * @param {Record<string, string | null>} known by the names that the program has for them
 * @returns {Record<string, string>}
 */
function byName(columns, known) {
  const names = new Map(columns.map((column) => [roleOf(column), column.name]))
  return Object.fromEntries(
    Object.entries(known).flatMap(([role, value]) => {
      const name = names.get(role)
      return name && value !== null ? [[name, value]] : []
    }),
  )
}

/**
 * Return degrees as a list writes them: two places, which is as fine as a city.
 *
 * @param {number} degrees
 */
function degreesText(degrees) {
  return String(Number(degrees.toFixed(2)))
}
