/** Which presences are visible: one answer for map, list, counts and legend. */
import { format, languageCode } from './messages.js'
import { pageData } from './page-data.js'
import { filterPlaces } from './pure/filter.js'
import { createMatcher } from './pure/matches.js'
import { orderPlaces } from './pure/ordering.js'
import { getState } from './store.js'

/** @import { Place } from './types.d.ts' */

const matches = createMatcher(pageData)
let answer = computeAnswer()
/** @type {{ places: Place[], sort?: string }} */
let order = { places: [] }

/** Return the visible places in the order of the data. */
export function visiblePlaces() {
  return currentAnswer().places
}

/**
 * @param {Place} place
 * @returns {boolean}
 */
export function isVisible(place) {
  return currentAnswer().ids.has(place.id)
}

/** Return the visible places in the order of the list. */
export function orderedPlaces() {
  return allInListOrder().filter(isVisible)
}

/** Return all places in the order of the list, whether they are visible or not. */
export function allInListOrder() {
  const { sort } = getState()
  if (order.sort !== sort) {
    const { places } = pageData
    order = { places: orderPlaces(places, places, sort, languageCode(), format), sort }
  }
  return order.places
}

/** Compute the answer once for each state. */
function currentAnswer() {
  if (answer.state !== getState()) answer = computeAnswer()
  return answer
}

function computeAnswer() {
  const state = getState()
  const places = filterPlaces(pageData.places, state, matches)
  return { state, places, ids: new Set(places.map(({ id }) => id)) }
}
