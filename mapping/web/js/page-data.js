/** @import { PackedTable, PageData, Payload } from './types.d.ts' */

/**
 * Everything the page knows, handed over by the build in one element of JSON.
 *
 * @type {PageData}
 */
export const pageData = readPageData()

function readPageData() {
  /** @type {Payload} */
  const payload = JSON.parse(document.getElementById('map-data')?.textContent ?? '')
  const { aliases, fallback, languages, places, texts, world } = payload
  const lent = fallback ? languages[fallback].texts : []
  const others = Object.entries(aliases)
  return {
    ...payload,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, { direction, texts: values }]) => {
        const own = record(texts, values.map((text, i) => text ?? lent[i]))
        const borrowed = new Set(texts.filter((_, i) => values[i] === null))
        for (const [id, other] of others) {
          own[id] = own[other]
          if (borrowed.has(other)) borrowed.add(id)
        }
        return [code, { borrowed, direction, texts: own }]
      }),
    ),
    places: records(places),
    world: { ...world, areas: records(world.areas) },
  }
}

/**
 * @param {PackedTable} table
 * @returns {any[]} what the build checks
 */
function records({ fields, rows }) {
  return rows.map((row) => record(fields, row))
}

/**
 * Return a row of a table by the names of its fields.
 *
 * @param {string[]} fields
 * @param {unknown[]} values
 * @returns {any} what the build checks
 */
function record(fields, values) {
  return Object.fromEntries(values.map((value, i) => [fields[i], value]))
}
