/** @import { PageState, Place } from '../types.d.ts' */

/** The parts of the state that decide which presences are visible. */
export const FILTER_KEYS = /** @type {const} */ (['q', 'category', 'region', 'evidence'])

/** In the place of the categories that are ticked, where none is; without any, all are. No edition may name one so. */
export const NO_CATEGORY = '-'

/** The state in which every presence is visible. */
export const NO_FILTER = { q: '', category: '', region: '', evidence: '' }

/**
 * Return the places that pass every part of the filter.
 *
 * @param {Place[]} places
 * @param {Pick<PageState, typeof FILTER_KEYS[number]>} filter
 * @param {(place: Place, text: string) => boolean} matches
 */
export function filterPlaces(places, { category, evidence, q, region }, matches) {
  const categories = category.split(',')
  const text = q.trim()
  return places.filter((place) =>
    (!category || categories.includes(place.category)) &&
    (!evidence || place.evidence === evidence) &&
    (!region || (place.counted && place.region === region)) &&
    (!text || matches(place, text))
  )
}
