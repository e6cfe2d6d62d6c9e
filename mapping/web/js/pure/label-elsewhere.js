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
    /** @type {Map<number, [number, Spot][]>} */
    this.shared = new Map()
  }

  /**
   * Return a place for a label, and others for all that stand there; nothing where there is no room.
   *
   * @param {number} label
   * @param {Spot} spot
   * @param {number[]} others
   * @param {boolean} [inTurn] whether one more may be moved out of the way of each
   */
  find(label, spot, others, inTurn) {
    /** @type {[number, Spot][]} */
    const moves = [[label, spot]]
    for (const other of others) {
      const found = this.room(other, moves, inTurn)
      if (!found) return undefined
      moves.push(...found)
    }
    return moves
  }

  /**
   * Return a place for a label beside others that move, with what makes room for it.
   *
   * @param {number} label
   * @param {[number, Spot][]} others
   * @param {boolean} [inTurn]
   * @returns {[number, Spot][] | undefined}
   */
  room(label, others, inTurn) {
    /** @param {Spot} spot */
    const fits = (spot) => !others.some(([, place]) => meet(spot, place))
    const found = this.free(label).find(fits)
    if (found) return [[label, found]]
    for (const [next, spot] of inTurn ? this.held(label) : []) {
      if (!fits(spot) || others.some(([other]) => other === next)) continue
      const moves = this.room(next, [...others, [label, spot]])
      if (moves) return [...moves, [label, spot]]
    }
    return undefined
  }

  /**
   * Return the places of a label that but one other holds, with that one.
   *
   * @param {number} label
   */
  held(label) {
    const known = this.shared.get(label) ?? this.spots.all(label).flatMap((spot) => {
      const [other, more] = this.standing.touched(label, spot, 1)
      const isOne = !more && (this.spots.labels[other]?.rank ?? 0) >= 0 &&
        other in this.spots.labels
      return isOne ? [/** @type {[number, Spot]} */ ([other, spot])] : []
    })
    this.shared.set(label, known)
    return known
  }

  /** @param {number} other */
  free(other) {
    const known = this.known.get(other) ??
      this.spots.all(other).filter((spot) => this.standing.firstTouched(other, spot, 0) < 0)
    this.known.set(other, known)
    return known
  }
}
