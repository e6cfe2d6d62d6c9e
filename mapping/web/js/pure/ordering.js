import { isCandidate } from './status.js'

/** @import { Format, Place } from '../types.d.ts' */

/** @type {Record<string, (place: Place) => string>} */
const HEADINGS = {
  category: (place) => isCandidate(place) ? 'list.candidates' : `category.${place.category}`,
  country: () => 'list.by_country',
  region: (place) => {
    if (isCandidate(place)) return 'list.candidates'
    return place.counted ? `group.${place.region}` : 'list.headquarters'
  },
}

/**
 * Return the id of the heading that a place is listed under.
 *
 * @param {Place} place
 * @param {string} sort "category", "country" or, by default, "region"
 */
export function headingOf(place, sort) {
  return HEADINGS[sort || 'region'](place)
}

/**
 * Return places in the order of the list: by group, country and name in a language.
 *
 * @param {Place[]} places
 * @param {Place[]} all every place: the order of groups is that in which they come first there
 * @param {string} sort
 * @param {string} language its code
 * @param {Format} format
 */
export function orderPlaces(places, all, sort, language, format) {
  const { compare } = new Intl.Collator(language)
  const groups = numbered(new Set(all.map((place) => headingOf(place, sort))))
  const countries = numbered(
    [...new Set(places.map(({ host }) => format(host)))].sort(compare),
  )
  const keyed = places.map((place) => ({
    country: countries.get(format(place.host)) ?? 0,
    name: format(`label.${place.id}`),
    place,
    rank: groups.get(headingOf(place, sort)) ?? 0,
  }))
  keyed.sort((a, b) => a.rank - b.rank || a.country - b.country || compare(a.name, b.name))
  return keyed.map(({ place }) => place)
}

/** @param {Iterable<string>} texts each once */
function numbered(texts) {
  return new Map([...texts].map((text, number) => [text, number]))
}
