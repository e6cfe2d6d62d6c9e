/** @import { PackedTable } from '../types.d.ts' */

/**
 * Return the records of a table: the first, and the others as its copies, for a browser makes objects that are alike
 * from the first far sooner.
 *
 * @param {PackedTable} table
 * @returns {any[]} what the build checks
 */
export function unpackTable({ columns, count }) {
  /** @type {[string, (row: number) => unknown, boolean][]} */
  const fields = Object.entries(columns).map(([field, column]) => {
    if (Array.isArray(column)) return [field, (row) => column[row], false]
    if ('all' in column) return [field, () => column.all, true]
    return [field, (row) => column.values[column.at[row]], false]
  })
  const first = Object.fromEntries(fields.map(([field, value]) => [field, value(0)]))
  const made = Array.from({ length: count }, () => ({ ...first }))
  for (const [field, value, isAlike] of fields) {
    if (!isAlike) made.forEach((one, row) => one[field] = value(row))
  }
  return made
}
