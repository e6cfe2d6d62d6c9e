/** @import { Place } from '../types.d.ts' */

/**
 * Whether a presence is drawn apart and not counted.
 *
 * @param {Pick<Place, 'status'>} place
 */
export function isCandidate({ status }) {
  return status === 'candidate'
}

/**
 * Whether it counts among those that are identified.
 *
 * @param {Place} place
 */
export function isIdentified(place) {
  return place.counted && !isCandidate(place)
}
