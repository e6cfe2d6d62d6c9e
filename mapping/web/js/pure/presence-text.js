import { isCandidate } from './status.js'

/** @import { Format, Place } from '../types.d.ts' */

/**
 * Return the label as one line of plain text, with its footnote letters, for names and titles.
 *
 * @param {Place} place
 * @param {Format} format
 */
export function plainLabel(place, format) {
  return [format(`label.${place.id}`), ...place.footnotes].join(' ')
}

/**
 * Return the name of the category, and whether it is inferred.
 *
 * @param {Place} place
 * @param {Format} format
 */
export function categoryText(place, format) {
  const category = format(`category-short.${place.category}`)
  return place.category_certain ? category : format('popup.inferred', { category })
}

/**
 * Return what a symbol says to those who do not see it.
 *
 * @param {Place} place
 * @param {Format} format
 */
export function symbolText(place, format) {
  const parts = [plainLabel(place, format), categoryText(place, format)]
  if (isCandidate(place)) parts.push(format('popup.candidate'))
  if (place.abroad) parts.push(format(place.host))
  return parts.join(format('list_comma'))
}

/**
 * Return how many places there are together, and how many of what, the most first.
 *
 * @param {Place[]} places
 * @param {Format} format
 * @param {(number: number) => string} numberText
 */
export function groupText(places, format, numberText) {
  const kinds = Map.groupBy(
    places,
    (place) => isCandidate(place) ? 'filter.candidate' : `category-short.${place.category}`,
  )
  const parts = [...kinds].sort(([, a], [, b]) => b.length - a.length).map(([kind, members]) =>
    `${format(kind)} ${numberText(members.length)}`
  )
  return format('map.together', {
    kinds: parts.join(format('list_comma')),
    total: numberText(places.length),
  })
}

/**
 * Return the evidence in a sentence, if there is any; where it is older than the edition, as of when.
 *
 * @param {Place} place
 * @param {number | null} year of the edition
 * @param {Format} format
 */
export function evidenceText({ as_of: asOf, evidence }, year, format) {
  if (!evidence || !year) return ''
  // Written as text: numbers are counts, and are grouped.
  const edition = String(year)
  if (evidence !== 'documented') return format(`evidence.${evidence}`, { year: edition })
  const older = Number.parseInt(asOf ?? '', 10) < year
  const date = `\u2068${asOf}\u2069`
  return format(older ? 'evidence.documented' : 'evidence.documented_then', { date, year: edition })
}
