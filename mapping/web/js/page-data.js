/** @import { PageData, Payload } from './types.d.ts' */

/**
 * Everything the page knows, handed over by the build in one element of JSON.
 *
 * @type {PageData}
 */
export const pageData = readPageData()

function readPageData() {
  /** @type {Payload} */
  const payload = JSON.parse(document.getElementById('map-data')?.textContent ?? '')
  const { fields, rows } = payload.places
  /** @type {any[]} what the build checks */
  const places = rows.map((row) => Object.fromEntries(row.map((value, i) => [fields[i], value])))
  return { ...payload, places }
}
