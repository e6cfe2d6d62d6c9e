import { LabelPlaces } from './label-places.js'
import { withReach } from './label-spot.js'
import { StandingLabels } from './standing-labels.js'

/** @import { LabelCandidate, LabelRequest } from '../types.d.ts' */
/** @import { Conditions } from './label-places.js' */
/** @import { Spot } from './label-spot.js' */

/** Where more labels than this are wanted, none is led far from its symbol: there is no room for lines. */
const MOST_LED = 160
/** Labels that may be moved elsewhere to make room for one, at first and when there is time for more. */
const [MOST_MOVED, MOST_MOVED_LATER] = [2, 5]
/** How often that is tried; how often all are placed anew, those that found no place before the others. */
const [ROUNDS, ATTEMPTS] = [3, 12]

/**
 * Places for labels, the first served first, where they touch no symbol, no other label and no line: at
 * their symbols, where others may move a little for them, else at the end of a line. What takes long is
 * done in steps, between which other things can be done.
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
    this.led = labels.length <= MOST_LED
    this.mostMoved = MOST_MOVED
    labels.forEach((label, number) => {
      const candidate = kept.get(label)
      if (candidate) this.put(number, [withReach(candidate)].filter(this.spots.test(number)))
    })
    this.attempts = this.led && !kept.size ? ATTEMPTS : 0
    /** How often each label found no place. */
    this.failures = labels.map(() => 0)
    /** @type {number[]} labels without a place */
    this.open = []
  }

  /** Place all labels for the first time. */
  *begin() {
    const open = yield* this.fill(this.labels.map((_, number) => number))
    for (const number of open) this.failures[number] += 1
    this.open = yield* this.promote(open)
  }

  /** Return where labels stand. */
  places() {
    return new Map(this.labels.flatMap((label, number) => {
      const spot = this.standing.at[number]
      return spot ? [/** @type {[T, Spot]} */ ([label, spot])] : []
    }))
  }

  /** Whether it may help to try again. */
  canImprove() {
    return this.attempts > 0 && this.open.length > 0
  }

  /** Place all labels anew, those first that often found no place; return whether more find one now. */
  *improve() {
    this.attempts -= 1
    this.mostMoved = MOST_MOVED_LATER
    const { failures, open, standing } = this
    this.standing = new StandingLabels(failures.length)
    const order = failures.map((_, number) => number).sort((a, b) =>
      failures[b] - failures[a] || a - b
    )
    const found = yield* this.fill(order)
    for (const number of found) failures[number] += 1
    if (found.length < open.length) {
      this.open = yield* this.promote(found)
      return true
    }
    this.standing = standing
    return false
  }

  /**
   * Place the labels that have no place yet, in this order; return those that find none.
   *
   * @param {number[]} order
   */
  *fill(order) {
    let open = order.filter((number) => !this.standing.at[number])
    open = open.filter((number) => !this.put(number, this.spots.near(number)))
    open = yield* without(open, (number) => this.makeRoom(number, this.spots.near(number)))
    for (let round = 0; round < ROUNDS && open.length && this.led; round += 1) {
      open = yield* without(open, (number) => this.put(number, this.spots.far(number)))
      open = yield* without(open, (number) => this.makeRoom(number, this.spots.near(number)))
      open = yield* without(open, (number) => this.makeRoom(number, this.spots.far(number)))
    }
    return open
  }

  /**
   * Put those that find no place where less important ones stand, which then look for another; return
   * those that find none.
   *
   * @param {number[]} open
   */
  *promote(open) {
    if (!this.led) return open
    /** @type {number[]} */
    let left = []
    const queue = open.toSorted((a, b) => this.rank(a) - this.rank(b))
    for (let i = 0; i < queue.length; i += 1) {
      yield
      const number = queue[i]
      const given = this.takePlace(number, this.spots.near(number)) ??
        this.takePlace(number, this.spots.far(number))
      if (given === undefined) {
        left.push(number)
        continue
      }
      // What it leaves may be room for one that has looked before.
      queue.push(...(given < 0 ? [] : [given]), ...left)
      left = []
    }
    return left
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

  /** @param {number} number of a label */
  rank(number) {
    return this.labels[number].rank ?? 0
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

  /**
   * Put a label where others stand that find another place, at their symbols or at the end of a line.
   *
   * @param {number} number
   * @param {Spot[]} spots
   */
  makeRoom(number, spots) {
    return spots.some((spot) => {
      const others = this.standing.touched(number, spot, this.mostMoved)
      return others.length <= this.mostMoved && this.exchange(number, spot, others)
    })
  }

  /**
   * @param {number} number
   * @param {Spot} spot
   * @param {number[]} others that stand there
   */
  exchange(number, spot, others) {
    const { standing } = this
    const before = others.map((other) => standing.at[other])
    for (const other of others) standing.put(other, undefined)
    standing.put(number, spot)
    if (
      others.every((other) =>
        this.put(other, this.spots.near(other)) || this.put(other, this.spots.far(other))
      )
    ) {
      return true
    }
    standing.put(number, undefined)
    others.forEach((other, i) => standing.put(other, before[i]))
    return false
  }
}

/**
 * Return those with which an attempt fails, a step for each.
 *
 * @param {number[]} numbers
 * @param {(number: number) => boolean} attempt
 */
function* without(numbers, attempt) {
  /** @type {number[]} */
  const left = []
  for (const number of numbers) {
    if (!attempt(number)) left.push(number)
    yield
  }
  return left
}
