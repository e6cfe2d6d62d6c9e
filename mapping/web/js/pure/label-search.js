import { overlap } from './boxes.js'
import { Elsewhere } from './label-elsewhere.js'

/** @import { LabelRequest } from '../types.d.ts' */
/** @import { LabelPlacement } from './label-placement.js' */
/** @import { Spot } from './label-spot.js' */

/** How often a label without a place gets one, and after how often without success it is enough. */
const [ROUNDS, PATIENCE] = [2000, 320]
/** A round in which all may be moved that ever may. */
const AFTER_ALL = 2 * ROUNDS
/** How many may lose their places to one, and for how many rounds it keeps it at least. */
const [MOST_MOVED, KEPT] = [2, 2]
/** Some keep it longer: else the same would lose their places again and again. */
const [KEPT_LONGER, STRIDE] = [23, 11]
/** What one more that is moved counts for, against how long it has stood. */
const ONE_MORE = 1e6
/** What a place may cost and is good enough, and what a better one must cost less, in pixels of a line. */
const [WELL, LEAST_GAIN] = [20, 5]
/** Places that are looked at in one step. */
const PLACES_A_STEP = 40

/**
 * Search for places for more labels, in steps: each that has none gets one where others stand, which look
 * for another; those that find none are the next. What was placed just now is not moved (a tabu search),
 * and what stands in the end is the most that ever stood; then those that stand badly get better places.
 * Labels that stood before a movement move only where all find another place.
 *
 * @template {LabelRequest} T
 * @param {LabelPlacement<T>} placement
 * @returns {Generator<void, void>}
 */
export function* placeMore(placement) {
  const search = new LabelSearch(placement)
  const rounds = placement.isNew ? ROUNDS : placement.open.length
  for (let round = 1; round <= rounds && search.isPromising(round); round += 1) {
    yield
    yield* search.step(round)
  }
  search.end()
  yield* placement.settle()
  if (placement.isNew) yield* search.insist()
  if (placement.isNew) yield* search.improve()
  yield* placement.promote()
}

/** @template {LabelRequest} T */
class LabelSearch {
  /** @param {LabelPlacement<T>} placement */
  constructor(placement) {
    this.placement = placement
    this.standing = placement.standing
    this.spots = placement.spots
    /** @type {number[]} those without a place, who has waited longest first */
    this.open = [...placement.open]
    /** @type {number[]} rounds until which labels keep their places */
    this.until = this.standing.at.map((_, number) => number in placement.labels ? 0 : Infinity)
    this.best = {
      found: 0,
      open: this.open.length,
      ranks: this.ranks(),
      spots: [...this.standing.at],
    }
  }

  /** How little important those without a place are, all in all. */
  ranks() {
    return this.open.reduce((sum, number) => sum + this.placement.rank(number), 0)
  }

  /** Give better places to those that stand worst, also where others stand that find another one. */
  *improve() {
    const { placement, standing } = this
    const numbers = [...placement.labels.keys()].filter((number) => standing.costOf(number) > WELL)
    numbers.sort((a, b) => standing.costOf(b) - standing.costOf(a))
    for (const number of numbers) yield* this.better(number)
  }

  /**
   * Move a label, and others out of its way, to where all of them together stand best.
   *
   * @param {number} number
   */
  *better(number) {
    const { placement, spots, standing, until } = this
    const elsewhere = new Elsewhere(placement)
    const now = standing.costOf(number)
    /** @type {{ gain: number, moves: [number, Spot][] }} */
    let best = { gain: LEAST_GAIN, moves: [] }
    for (const [i, spot] of spots.all(number).entries()) {
      if (i % PLACES_A_STEP === 0) yield
      if (now - spot.cost <= best.gain) break
      const others = standing.touched(number, spot, MOST_MOVED)
      if (others.length > MOST_MOVED || others.some((other) => until[other] === Infinity)) continue
      const moves = elsewhere.find(number, spot, others)
      if (!moves) continue
      const gain = standing.gainOf(moves)
      if (gain > best.gain) best = { gain, moves }
    }
    standing.move(best.moves)
  }

  /** Give places to those that still have none, where others find one that others again leave to them. */
  *insist() {
    const { placement: { labels }, standing } = this
    for (const number of labels.keys()) {
      if (standing.at[number]) continue
      const { moves } = yield* this.choose(number, AFTER_ALL, true)
      standing.move(moves)
    }
  }

  /** @param {number} round */
  isPromising(round) {
    return this.open.length > 0 && round <= this.best.found + PATIENCE
  }

  /** Let all stand where most did. */
  end() {
    this.best.spots.forEach((spot, number) => this.standing.put(number, spot))
  }

  /**
   * Give a place to the label that has waited longest.
   *
   * @param {number} round
   */
  *step(round) {
    const number = /** @type {number} */ (this.open.shift())
    this.spots.enrich(number)
    const { others, spot } = yield* this.choose(number, round)
    if (!spot) {
      if (this.spots.all(number).length) this.open.push(number)
      else { // it can stand nowhere, and waits no more
        this.best.open -= 1
        this.best.ranks -= this.placement.rank(number)
      }
      return
    }
    this.give(number, spot, others)
    this.until[number] = round + KEPT + (round * STRIDE) % KEPT_LONGER
    const { open: { length: open }, best } = this
    const ranks = this.ranks()
    if (open < best.open || (open === best.open && ranks > best.ranks)) {
      const found = open < best.open ? round : best.found
      this.best = { found, open, ranks, spots: [...this.standing.at] }
    }
  }

  /**
   * Put a label where others stand; place those, and what finds room where they stood.
   *
   * @param {number} number
   * @param {Spot} spot
   * @param {number[]} others
   */
  give(number, spot, others) {
    const { placement, spots, standing } = this
    const left = others.flatMap((other) => standing.at[other] ?? [])
    for (const other of others) standing.put(other, undefined)
    standing.put(number, spot)
    others.sort((a, b) => placement.rank(a) - placement.rank(b))
    const moved = others.filter((other) => !placement.put(other, spots.all(other)))
    this.open = this.open.filter((other) => {
      const near = spots.all(other).filter(({ reach }) =>
        left.some((place) => overlap(place.reach, reach))
      )
      return !placement.put(other, near)
    })
    this.open.push(...moved)
  }

  /**
   * Return the best place for a label, and those that stand there: one whose labels find another place, else
   * that of the fewest, which have stood longest.
   *
   * @param {number} number
   * @param {number} round
   * @param {boolean} [inTurn] whether others again may make room for those; else there is no place
   */
  *choose(number, round, inTurn) {
    const { placement, spots, standing, until } = this
    const elsewhere = new Elsewhere(placement)
    /** @type {{ cost: number, moves?: [number, Spot][], others: number[], spot?: Spot }} */
    let best = { cost: placement.isNew && !inTurn ? Infinity : 0, others: [] }
    for (const [i, spot] of spots.all(number).entries()) {
      if (i % PLACES_A_STEP === 0) yield
      const others = standing.touched(number, spot, MOST_MOVED)
      const last = Math.max(0, ...others.map((other) => until[other]))
      if (others.length > MOST_MOVED || last > round) continue
      const isFirst = others.some((other) => placement.isAhead(other))
      const moves = !(isFirst && inTurn) && elsewhere.find(number, spot, others, inTurn)
      if (moves) return { moves, others, spot }
      if (isFirst) continue
      const cost = others.length * ONE_MORE + last
      if (cost < best.cost) best = { cost, others, spot }
    }
    return best
  }
}
