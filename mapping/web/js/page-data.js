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
  const { fallback, languages, places, texts } = payload
  const lent = fallback ? languages[fallback].texts : []
  return {
    ...payload,
    languages: Object.fromEntries(
      Object.entries(languages).map(([code, { direction, texts: values }]) => [
        code,
        {
          borrowed: new Set(texts.filter((_, i) => values[i] === null)),
          direction,
          texts: record(texts, values.map((text, i) => text ?? lent[i])),
        },
      ]),
    ),
    places: places.rows.map((row) => record(places.fields, row)),
  }
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
