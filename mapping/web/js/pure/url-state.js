import { withoutFragmentParameters } from './address.js'
import { NO_CATEGORY } from './filter.js'
import { primarySubtag } from './language.js'

/** @import { KnownValues, PageState } from '../types.d.ts' */

const MAX_QUERY_LENGTH = 100
/** Least and most: doublings, latitude, longitude. */
const VIEW_RANGES = [[0, 9], [-90, 90], [-180, 360]]

/**
 * Read a state from the parameters of an address; whatever is not known is passed over.
 *
 * @param {URLSearchParams} parameters
 * @param {KnownValues} known
 * @returns {PageState}
 */
export function readState(parameters, known) {
  /** @param {string} key */
  const given = (key) => parameters.get(key) ?? ''
  return {
    category: categoriesOf(known.categories, given('category')),
    evidence: oneOf(known.evidence, given('evidence')),
    lang: oneOf(known.languages, primarySubtag(given('lang'))),
    presence: oneOf(known.presences, given('presence')),
    q: given('q').slice(0, MAX_QUERY_LENGTH),
    region: oneOf(known.regions, given('region')),
    sort: oneOf(['country', 'category'], given('sort')),
    view: isView(given('view')) ? given('view') : '',
  }
}

/**
 * Return an address in a state; what the page does not know (such as ?embed) stays.
 *
 * @param {string} address
 * @param {PageState} state
 */
export function writeState(address, state) {
  const made = withoutFragmentParameters(address)
  for (const [key, value] of Object.entries(state)) {
    if (value) made.searchParams.set(key, value)
    else made.searchParams.delete(key)
  }
  return made
}

/**
 * @param {string[]} known
 * @param {string} value
 */
function categoriesOf(known, value) {
  if (value === NO_CATEGORY) return value
  if (value === 'none' && !known.includes(value)) return NO_CATEGORY // as addresses once had it
  const keys = value.split(',')
  return known.filter((key) => keys.includes(key)).join(',')
}

/**
 * @param {string[]} known
 * @param {string} value
 */
function oneOf(known, value) {
  return known.includes(value) ? value : ''
}

/** @param {string} value */
function isView(value) {
  const numbers = value.split('/').map((text) => (text ? Number(text) : NaN))
  return numbers.length === VIEW_RANGES.length &&
    numbers.every((number, i) => number >= VIEW_RANGES[i][0] && number <= VIEW_RANGES[i][1])
}
