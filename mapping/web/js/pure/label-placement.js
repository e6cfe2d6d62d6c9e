import { Elsewhere } from './label-elsewhere.js'
import { LabelPlaces } from './label-places.js'
import { withReach } from './label-spot.js'
import { StandingLabels } from './standing-labels.js'

/** @import { LabelCandidate, LabelRequest } from '../types.d.ts' */
/** @import { Ground } from './label-costs.js' */
/** @import { Conditions } from './label-places.js' */
/** @import { Spot } from './label-spot.js' */

/**
 * Places for labels, the first served first, where they touch no symbol, no other label and no line: at
 * their symbols, else at the end of a line. What takes long is done in steps, between which other things
 * can be done.
 *
 * @template {LabelRequest} T
 */
export class LabelPlacement {
  /**
   * @param {T[]} labels the most important first
   * @param {Conditions} conditions
   * @param {Map<T, LabelCandidate>} [kept] where labels stand already, and stay if they can
   */
  constructor(labels, conditions, kept = new Map()) {
    this.labels = labels
    this.spots = new LabelPlaces(labels, conditions)
    this.standing = new StandingLabels(labels.length)
    this.isNew = !kept.size
    labels.forEach((label, number) => {
      const candidate = kept.get(label)
      const spots = candidate ? [withReach(candidate, 0, conditions.apart)] : []
      this.put(number, spots.filter((spot) => this.spots.isAllowed(spot, label)))
    })
    /** @type {number[]} labels without a place */
    this.open = []
  }

  /**
   * Place the labels that have no place yet at their symbols, the most important first; those that go before all
   * others, wherever they may stand.
   *
   * @param {(label: T) => Ground} groundOf what lies under it
   */
  *begin(groundOf) {
    this.spots.groundOf = groundOf
    yield* this.putAll('near')
  }

  /** Place those that have none yet at the end of lines. */
  *lead() {
    yield* this.putAll('far')
    yield* this.promote()
  }

  /** @param {'far' | 'near'} list of places */
  *putAll(list) {
    for (const number of this.labels.keys()) {
      if (this.standing.at[number]) continue
      if (this.isAhead(number)) this.putAhead(number)
      else this.put(number, this.spots[list](number))
      yield
    }
  }

  /**
   * Put a label into the best of its places, and others of these elsewhere where they leave it none.
   *
   * @param {number} number
   */
  putAhead(number) {
    const elsewhere = new Elsewhere(this)
    for (const spot of this.spots.all(number)) {
      const others = this.standing.touched(number, spot, Infinity)
      if (this.standing.move(elsewhere.find(number, spot, others))) return
    }
  }

  /** Let each stand in the best place that is left. */
  *settle() {
    for (const number of this.isNew ? this.labels.keys() : []) {
      const spot = this.standing.at[number]
      if (!spot) continue
      this.standing.put(number, undefined)
      this.put(number, spot.cost ? this.spots.all(number) : this.spots.near(number))
      yield
    }
  }

  /** Return where labels stand. */
  places() {
    return new Map(this.labels.flatMap((label, number) => {
      const spot = this.standing.at[number]
      return spot ? [/** @type {[T, Spot]} */ ([label, spot])] : []
    }))
  }

  /** Put those that have no place where less important ones stand, which then look for another. */
  *promote() {
    /** @type {number[]} */
    let left = []
    const queue = [...this.labels.keys()].filter((number) => !this.standing.at[number])
      .sort((a, b) => this.rank(a) - this.rank(b))
    for (let i = 0; i < queue.length; i += 1) {
      yield
      const number = queue[i]
      const given = this.takePlace(number, this.spots.all(number))
      if (given === undefined) {
        left.push(number)
        continue
      }
      // What it leaves may be room for one that has looked before.
      queue.push(...(given < 0 ? [] : [given]), ...left)
      left = []
    }
    this.open = left
  }

  /**
   * Put a label into the first of some places where none stands but one less important; return that one,
   * or -1 where none stood.
   *
   * @param {number} number
   * @param {Spot[]} spots
   */
  takePlace(number, spots) {
    for (const spot of spots) {
      const others = this.standing.touched(number, spot, 1)
      if (others.length > 1 || others.some((other) => this.rank(other) <= this.rank(number))) {
        continue
      }
      for (const other of others) this.standing.put(other, undefined)
      this.standing.put(number, spot)
      return others[0] ?? -1
    }
    return undefined
  }

  /**
   * Whether a label goes before all others: once it has a place, none moves it.
   *
   * @param {number} number
   */
  isAhead(number) {
    return this.rank(number) < 0
  }

  /** @param {number} number of a label, or of a box that is held: nothing is more important */
  rank(number) {
    return this.labels[number]?.rank ?? 0
  }

  /**
   * Put a label into the first of some places that is free; return whether one was.
   *
   * @param {number} number
   * @param {Spot[]} spots
   */
  put(number, spots) {
    const found = spots.find((spot) => this.standing.firstTouched(number, spot, 0) < 0)
    if (found) this.standing.put(number, found)
    return found !== undefined
  }
}
