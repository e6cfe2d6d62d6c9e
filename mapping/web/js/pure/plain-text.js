import { categoryText, plainLabel } from './presence-text.js'

/** @import { Format, Place } from '../types.d.ts' */

/**
 * Write places as lines of text: labels and categories, then footnotes and the disclaimer.
 *
 * @param {Place[]} places
 * @param {Format} format
 */
export function toPlainText(places, format) {
  const lines = places.map((place) =>
    `${plainLabel(place, format)} – ${categoryText(place, format)}`
  )
  const letters = [...new Set(places.flatMap(({ footnotes }) => footnotes))].sort()
  const notes = letters.map((letter) => `${letter} ${format(`footnote.${letter}`)}`)
  return [format('title'), ...lines, ...notes, format('disclaimer'), format('clearance')].join('\n')
}
