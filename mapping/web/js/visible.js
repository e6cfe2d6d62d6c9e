/** Which presences are visible: one answer for map, list, counts and legend. */
import { format, languageCode } from './messages.js'
import { pageData } from './page-data.js'
import { bestMatch } from './pure/best-match.js'
import { FILTER_KEYS, filterPlaces } from './pure/filter.js'
import { createMatcher } from './pure/matches.js'
import { orderPlaces } from './pure/ordering.js'
import { getState } from './store.js'

/** @import { Place } from './types.d.ts' */

const matches = createMatcher(pageData)
let answer = computeAnswer()
/** @type {{ ranks: Map<Place, number>, sort: string }} */
let order = { ranks: new Map(), sort: 'none yet' }

/** Return the visible places in the order of the data. */
export function visiblePlaces() {
  return currentAnswer().places
}

/** Return the ids of the visible places: whoever asks for many has it in one call. */
export function visibleIds() {
  return currentAnswer().ids
}

/**
 * @param {Place} place
 * @returns {boolean}
 */
export function isVisible(place) {
  return visibleIds().has(place.id)
}

/** Return the visible places in the order of the list. */
export function orderedPlaces() {
  return currentOrder().places
}

/** Return the visible place that is looked for in all likelihood; without a search the first. */
export function likeliestPlace() {
  return bestMatch(orderedPlaces(), getState().q, pageData)
}

/**
 * Return which of the visible places one is, in the order of the list, from 1.
 *
 * @param {Place} place
 */
export function placeNumber(place) {
  return currentOrder().numbers.get(place) ?? 0
}

/**
 * Return where a place comes in the list of all.
 *
 * @param {Place} place
 */
export function listRank(place) {
  return currentRanks().get(place) ?? 0
}

/** Compute the answer once for each filter. */
function currentAnswer() {
  const state = getState()
  if (FILTER_KEYS.some((key) => answer.state[key] !== state[key])) answer = computeAnswer()
  return answer
}

function computeAnswer() {
  const state = getState()
  const places = filterPlaces(pageData.places, state, matches)
  return { state, places, ids: new Set(places.map(({ id }) => id)) }
}

/** Compare names once for each way of sorting: a language's order takes long for thousands. */
function currentRanks() {
  const { sort } = getState()
  if (order.sort !== sort) {
    const ordered = orderPlaces(pageData.places, pageData.places, sort, languageCode(), format)
    order = { ranks: new Map(ordered.map((place, rank) => [place, rank])), sort }
  }
  return order.ranks
}

/** @type {{ numbers: Map<Place, number>, of: unknown, places: Place[], ranks: unknown }} */
let list = { numbers: new Map(), of: undefined, places: [], ranks: undefined }

function currentOrder() {
  const [of, ranks] = [currentAnswer(), currentRanks()]
  if (list.of !== of || list.ranks !== ranks) {
    const places = of.places.toSorted((a, b) => listRank(a) - listRank(b))
    list = { numbers: new Map(places.map((place, i) => [place, i + 1])), of, places, ranks }
  }
  return list
}
