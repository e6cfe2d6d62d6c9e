import { fold, foldWords } from './fold.js'
import { nameKeys } from './matches.js'

/** @import { PageData, Place } from '../types.d.ts' */

/** How a name answers to a text that is nothing of it; 0 is a name that is the text. */
const NOT_AT_ALL = 6

/**
 * Return the place that a reader most likely looks for, the first of those that are equally likely. The name
 * of a place says more than its city or country, unless these are the text to the letter, or begin with it
 * where the name has it further on.
 *
 * @param {Place[]} places
 * @param {string} text
 * @param {Pick<PageData, 'languages'>} data
 * @returns {Place | undefined}
 */
export function bestMatch(places, text, { languages }) {
  const parts = text.split(/\s+/).map(fold).filter(Boolean)
  const tables = Object.values(languages).map(({ texts }) => texts)
  /** @type {Map<string, number>} names that many places share */
  const known = new Map()

  /** @param {string} name */
  function wayOf(name) {
    const way = known.get(name) ?? wayTo(name, parts)
    known.set(name, way)
    return way
  }

  /** @param {string[]} keys */
  function bestWay(keys) {
    const names = new Set(tables.flatMap((texts) => keys.map((key) => texts[key])))
    return Math.min(NOT_AT_ALL, ...[...names].map(wayOf))
  }

  /** @param {Place} place */
  function costOf(place) {
    const [label, ...others] = nameKeys(place)
    const own = bestWay([label])
    return own ? Math.min(2 * own, 2 * bestWay(others) + 3) : 0
  }

  let [best, least] = [places.at(0), Infinity]
  for (const place of parts.length ? places : []) {
    const cost = costOf(place)
    if (cost < least) [best, least] = [place, cost]
    if (!least) break
  }
  return best
}

/**
 * Say how a name answers to a text: it is the text, begins with it as whole words, begins with it, has a word
 * that does, has words that begin with its words in any order, has them inside, or not at all.
 *
 * @param {string} name
 * @param {string[]} parts the words of the text
 */
function wayTo(name, parts) {
  const words = foldWords(name)
  const joined = words.join('')
  if (!parts.every((part) => joined.includes(part))) return NOT_AT_ALL
  const whole = parts.join('')
  if (joined === whole) return 0
  const tails = words.map((_, i) => words.slice(i).join(''))
  const ways = [
    words.some((_, i) => words.slice(0, i).join('') === whole),
    joined.startsWith(whole),
    tails.some((tail) => tail.startsWith(whole)),
    parts.every((part) => tails.some((tail) => tail.startsWith(part))),
    true,
  ]
  return 1 + ways.indexOf(true)
}
