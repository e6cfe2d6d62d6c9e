import { meet, withReach } from './label-spot.js'

/** @import { Box, Segment } from '../types.d.ts' */
/** @import { Spot } from './label-spot.js' */

const FAR_OFF = { min: { x: NaN, y: NaN }, max: { x: NaN, y: NaN } }

/** Where labels stand, by their numbers, and which of them another would touch. */
export class StandingLabels {
  /** @param {number} count of labels, none of which stands yet */
  constructor(count) {
    /** @type {(Spot | undefined)[]} */
    this.at = Array.from({ length: count }, () => undefined)
    /** The boxes around label and line of the same, side by side: of most, these tell all. */
    this.reaches = new Float64Array(4 * count).fill(NaN)
  }

  /**
   * Keep places free of labels, as if others stood there that never move.
   *
   * @param {{ box: Box, line?: Segment }[]} places
   */
  hold(places) {
    const first = this.at.length
    const reaches = this.reaches
    this.reaches = new Float64Array(4 * (first + places.length))
    this.reaches.set(reaches)
    places.forEach((place, i) => this.put(first + i, withReach({ column: '', ...place })))
  }

  /**
   * Let a label stand in a place, or in none.
   *
   * @param {number} number
   * @param {Spot | undefined} spot
   */
  put(number, spot) {
    this.at[number] = spot
    const { max, min } = spot ? spot.reach : FAR_OFF
    this.reaches.set([min.x, min.y, max.x, max.y], 4 * number)
  }

  /**
   * Move labels to their places; return whether there are any.
   *
   * @param {[number, Spot][]} [moves]
   */
  move(moves) {
    for (const [number, spot] of moves ?? []) this.put(number, spot)
    return moves
  }

  /** @param {number} number */
  costOf(number) {
    return this.at[number]?.cost ?? 0
  }

  /**
   * Return how much better labels would stand in other places, all in all.
   *
   * @param {[number, Spot][]} moves
   */
  gainOf(moves) {
    return moves.reduce((sum, [number, { cost }]) => sum + this.costOf(number) - cost, 0)
  }

  /**
   * Return the other labels that one would touch in a place; those above a number are not looked for.
   *
   * @param {number} number
   * @param {Spot} spot
   * @param {number} most
   */
  touched(number, spot, most) {
    const found = []
    let other = this.firstTouched(number, spot, 0)
    while (other >= 0 && found.length <= most) {
      found.push(other)
      other = this.firstTouched(number, spot, other + 1)
    }
    return found
  }

  /**
   * Return the first other label that one would touch in a place, -1 where it would touch none.
   *
   * @param {number} number
   * @param {Spot} spot
   * @param {number} from the number with which to begin
   */
  firstTouched(number, spot, from) {
    const { at, reaches } = this
    const { max, min } = spot.reach
    for (let other = from, i = 4 * from; other < at.length; other += 1, i += 4) {
      const isNear = reaches[i] < max.x && reaches[i + 1] < max.y && reaches[i + 2] > min.x &&
        reaches[i + 3] > min.y
      const place = isNear && other !== number && at[other]
      if (place && meet(spot, place)) return other
    }
    return -1
  }
}
