import { meet } from './label-spot.js'

/** @import { LabelRequest } from '../types.d.ts' */
/** @import { LabelPlacement } from './label-placement.js' */
/** @import { Spot } from './label-spot.js' */

/**
 * Where labels would find another place if one took theirs.
 *
 * @template {LabelRequest} T
 */
export class Elsewhere {
  /** @param {LabelPlacement<T>} placement */
  constructor({ spots, standing }) {
    this.spots = spots
    this.standing = standing
    /** @type {Map<number, Spot[]>} */
    this.known = new Map()
  }

  /**
   * Return places for all of some others where the one gets a place; nothing where there is no room.
   *
   * @param {number[]} others
   * @param {Spot} spot
   */
  find(others, spot) {
    /** @type {[number, Spot][]} */
    const moves = []
    for (const other of others) {
      const found = this.free(other).find((one) =>
        !meet(one, spot) && !moves.some(([, place]) => meet(one, place))
      )
      if (!found) return undefined
      moves.push([other, found])
    }
    return moves
  }

  /** @param {number} other */
  free(other) {
    const known = this.known.get(other) ??
      this.spots.all(other).filter((spot) => this.standing.firstTouched(other, spot, 0) < 0)
    this.known.set(other, known)
    return known
  }
}
