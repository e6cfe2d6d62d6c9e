/** @import { PageData, Place } from '../types.d.ts' */

/** @typedef {Record<string, unknown>} Properties */

/**
 * Return what the build's own exports say of a place, in the order of their columns. Labels stand
 * among the texts, citations under their numbers, all else in the place.
 *
 * @param {Place} place
 * @param {Pick<PageData, 'columns' | 'languages' | 'sources'>} data
 * @returns {Properties}
 */
export function propertiesOf(place, { columns, languages, sources }) {
  const labels = Object.entries(languages).map(([code, { texts }]) => [
    `label_${code}`,
    texts[`label.${place.id}`],
  ])
  /** @type {Properties} */
  const known = {
    ...place,
    ...Object.fromEntries(labels),
    sources: place.documents.map((number) => sources[number].citation),
  }
  return Object.fromEntries(columns.map((name) => [name, known[name]]))
}
