/** @import { LanguageTexts, PackedTable, PageData, Payload } from './types.d.ts' */

/**
 * Everything the page knows, handed over by the build in one element of JSON.
 *
 * @type {PageData}
 */
export const pageData = readPageData()

function readPageData() {
  /** @type {Payload} */
  const payload = JSON.parse(document.getElementById('map-data')?.textContent ?? '')
  const { languages, places, world } = payload
  /** @type {Record<string, LanguageTexts>} */
  const unpacked = {}
  for (const code of Object.keys(languages)) {
    /** @type {LanguageTexts | undefined} most readers need one of them alone */
    let texts
    const get = () => texts ??= unpackTexts(payload, code)
    Object.defineProperty(unpacked, code, { enumerable: true, get })
  }
  return {
    ...payload,
    languages: unpacked,
    places: records(places),
    world: { ...world, areas: records(world.areas) },
  }
}

/**
 * @param {Payload} payload
 * @param {string} code of the language
 * @returns {LanguageTexts}
 */
function unpackTexts({ aliases, fallback, languages, texts }, code) {
  const { direction, texts: values } = languages[code]
  const lent = fallback ? languages[fallback].texts : []
  const own = record(texts, values.map((text, i) => text ?? lent[i]))
  const borrowed = new Set(texts.filter((_, i) => values[i] === null))
  for (const [id, other] of Object.entries(aliases)) {
    own[id] = own[other]
    if (borrowed.has(other)) borrowed.add(id)
  }
  return { borrowed, direction, texts: own }
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
