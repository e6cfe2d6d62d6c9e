import { BoxIndex } from './box-index.js'
import { contains, overlap } from './boxes.js'
import { distantCandidates, labelCandidates } from './label-candidates.js'
import { meet, withReach } from './label-spot.js'
import { crossesBox } from './segments.js'

/** @import { Box, Direction, LabelCandidate, LabelRequest, Segment } from '../types.d.ts' */
/** @import { Spot } from './label-spot.js' */

/** Where more labels than this are wanted, none is led far from its symbol: there is no room for lines. */
const MOST_LED = 160
/** How many of the longest lines would go from one side of the view to the other. */
const LINES_ACROSS = 8
/** Labels that may be moved elsewhere to make room for one; how often that is tried. */
const [MOST_MOVED, ROUNDS] = [5, 3]
/** How often all are placed anew, those that found no place before the others. */
const ATTEMPTS = 12

/**
 * What labels must keep to.
 *
 * @typedef {object} Conditions
 * @property {Box[]} symbols which none may touch
 * @property {Box} frame within which all must lie
 * @property {Box} avoid what none may cover
 * @property {Direction} direction of writing
 * @property {(line: Segment, box: Box) => boolean} [isClear] whether a line may run there, to a label there
 * @property {(box: Box) => boolean} [isOnLand] whether a label there would stand on land
 */

/**
 * Places for labels, the first served first, where they touch no symbol, no other label and no line: at
 * their symbols, where others may move a little for them, else at the end of a line.
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
    this.conditions = conditions
    this.symbols = new BoxIndex(conditions.symbols)
    /** @type {(Spot | undefined)[]} where each stands, by the number of the label */
    this.at = labels.map(() => undefined)
    /** @type {Record<'near' | 'far', Spot[][]>} what was looked for already */
    this.known = { near: [], far: [] }
    this.led = labels.length <= MOST_LED
    labels.forEach((label, number) => {
      const candidate = kept.get(label)
      if (candidate) this.put(number, [withReach(candidate)].filter(this.test(number)))
    })
    this.attempts = this.led && !kept.size ? ATTEMPTS : 0
    this.open = this.fill(labels.map((_, number) => number))
    /** How often each label found no place. */
    this.failures = labels.map((_, number) => Number(this.open.includes(number)))
  }

  /** Return where labels stand. */
  places() {
    return new Map(this.labels.flatMap((label, number) => {
      const spot = this.at[number]
      return spot ? [/** @type {[T, Spot]} */ ([label, spot])] : []
    }))
  }

  /** Whether it may help to try again. */
  canImprove() {
    return this.attempts > 0 && this.open.length > 0
  }

  /** Place all labels anew, those first that often found no place; return whether more find one now. */
  improve() {
    this.attempts -= 1
    const { at, failures, open } = this
    this.at = at.map(() => undefined)
    const order = at.map((_, number) => number).sort((a, b) => failures[b] - failures[a] || a - b)
    this.open = this.fill(order)
    for (const number of this.open) failures[number] += 1
    if (this.open.length < open.length) return true
    this.at = at
    this.open = open
    return false
  }

  /**
   * Place the labels that have no place yet, in this order; return those that find none.
   *
   * @param {number[]} order
   */
  fill(order) {
    let open = order.filter((number) => !this.at[number])
    open = open.filter((number) => !this.put(number, this.near(number)))
    open = open.filter((number) => !this.makeRoom(number, this.near(number)))
    for (let round = 0; round < ROUNDS && open.length && this.led; round += 1) {
      open = open.filter((number) => !this.put(number, this.far(number)))
      open = open.filter((number) => !this.makeRoom(number, this.near(number)))
      open = open.filter((number) => !this.makeRoom(number, this.far(number)))
    }
    return open
  }

  /**
   * Return the places at its symbol that no symbol and no edge forbids, the best first.
   *
   * @param {number} number of a label
   */
  near(number) {
    this.known.near[number] ??= this.find(number, ({ size, symbol }) => {
      const { avoid, direction } = this.conditions
      return labelCandidates(symbol, size, direction).filter(({ box }) => !overlap(box, avoid))
    })
    return this.known.near[number]
  }

  /**
   * Return the places at the end of a line that no symbol and no edge forbids, the best first.
   *
   * @param {number} number of a label
   */
  far(number) {
    this.known.far[number] ??= this.find(number, ({ size, symbol }) => {
      const { avoid, frame, isOnLand = () => false } = this.conditions
      const longest = (frame.max.x - frame.min.x) / LINES_ACROSS
      const all = distantCandidates(symbol, size, longest, isOnLand)
      return all.filter(({ box }) => !overlap(box, avoid))
    })
    return this.known.far[number]
  }

  /**
   * @param {number} number
   * @param {(label: LabelRequest) => LabelCandidate[]} list
   */
  find(number, list) {
    return list(this.labels[number]).map(withReach).filter(this.test(number))
  }

  /**
   * Return a function that says whether nothing that stays forbids a place of a label.
   *
   * @param {number} number
   * @returns {(spot: Spot) => boolean}
   */
  test(number) {
    const own = this.labels[number].symbol
    const { frame, isClear } = this.conditions
    return ({ box, line, reach }) => {
      if (!contains(frame, box) || this.symbols.some(box)) return false
      if (!line) return true
      /** @param {Box} symbol */
      const isCrossed = (symbol) => !overlap(symbol, own) && crossesBox(line, symbol)
      return !this.symbols.some(reach, isCrossed) && (!isClear || isClear(line, box))
    }
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
    for (let other = 0; other < this.at.length && found.length <= most; other += 1) {
      const place = this.at[other]
      if (place && other !== number && meet(spot, place)) found.push(other)
    }
    return found
  }

  /**
   * Put a label into the first of some places that is free; return whether one was.
   *
   * @param {number} number
   * @param {Spot[]} spots
   */
  put(number, spots) {
    const found = spots.find((spot) => !this.touched(number, spot, 0).length)
    if (found) this.at[number] = found
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
      const others = this.touched(number, spot, MOST_MOVED)
      return others.length <= MOST_MOVED && this.exchange(number, spot, others)
    })
  }

  /**
   * @param {number} number
   * @param {Spot} spot
   * @param {number[]} others that stand there
   */
  exchange(number, spot, others) {
    const before = others.map((other) => this.at[other])
    for (const other of others) this.at[other] = undefined
    this.at[number] = spot
    if (
      others.every((other) => this.put(other, this.near(other)) || this.put(other, this.far(other)))
    ) {
      return true
    }
    this.at[number] = undefined
    others.forEach((other, i) => this.at[other] = before[i])
    return false
  }
}
