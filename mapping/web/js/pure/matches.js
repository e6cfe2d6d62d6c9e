import { fold } from './fold.js'

/** @import { PageData, Place } from '../types.d.ts' */

/**
 * Return the ids of all names of a place, its own first.
 *
 * @param {Place} place
 */
export function nameKeys({ cities, host, id, served, unit }) {
  return [`label.${id}`, host, ...(unit ? [unit] : []), ...cities, ...served]
}

/**
 * Return a function that says whether a place answers to a text: by any of its names in any language, or
 * by another name of its country, such as a former one, of which two thirds must be there.
 *
 * @param {Pick<PageData, 'languages' | 'searchNames'>} data
 * @returns {(place: Place, text: string) => boolean}
 */
export function createMatcher({ languages, searchNames }) {
  /** @type {Map<string, ReturnType<typeof namesOf>>} */
  const known = new Map()

  /** @type {Map<string, string>} */
  const folded = new Map()

  /** @param {string} text one that many places share, such as the name of their country */
  function foldOnce(text) {
    const known = folded.get(text) ?? fold(text)
    folded.set(text, known)
    return known
  }

  /** @param {Place} place */
  function namesOf(place) {
    const keys = nameKeys(place)
    const own = new Set(
      Object.values(languages).flatMap(({ texts }) => keys.map((key) => texts[key])),
    )
    const others = keys.flatMap((key) => searchNames[key] ?? [])
    return { others: others.map(foldOnce), own: [...own].map(foldOnce).join(' ') }
  }

  return (place, text) => {
    const names = known.get(place.id) ?? namesOf(place)
    known.set(place.id, names)
    /** @param {string} part */
    const begins = (part) =>
      names.others.some((name) => name.startsWith(part) && part.length * 3 >= name.length * 2)
    return begins(fold(text)) ||
      text.split(/\s+/).map(fold).every((word) => names.own.includes(word) || begins(word))
  }
}
