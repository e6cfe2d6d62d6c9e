import { BoxIndex } from './box-index.js'
import { boundsOf, contains, overlap } from './boxes.js'
import { labelCandidates } from './label-candidates.js'
import { byCost, distantSpots, FINE_WAYS, leadsFrom, nearSpots } from './label-costs.js'
import { crossesBox } from './segments.js'

/** @import { Box, Direction, LabelRequest, Segment, Size } from '../types.d.ts' */
/** @import { Ground, Lead } from './label-costs.js' */
/** @import { Spot } from './label-spot.js' */

/** @type {Ground} */
const OPEN_SEA = { along: () => [], ashore: () => 0 }

/**
 * What labels must keep to.
 *
 * @typedef {object} Conditions
 * @property {Box[]} symbols which none may touch
 * @property {Box[]} [drawn] what of their boxes is drawn, if that is less: so near to them a line may run
 * @property {Box} frame within which all must lie
 * @property {Box} avoid what none may cover
 * @property {number} [apart] pixels that others leave over and under a label at the end of a line
 * @property {Direction} direction of writing
 * @property {(box: Box, label: any) => boolean} [mayStand] whether a label may stand there
 * @property {(line: Segment, label: any) => boolean} [mayRun] whether its line may run there
 * @property {(label: any) => Size[]} [narrower] its sizes in more lines
 */

/**
 * Where each label may stand, whatever the others do; each place is looked for once.
 *
 * @template {LabelRequest} T
 */
export class LabelPlaces {
  /**
   * @param {T[]} labels
   * @param {Conditions} conditions
   */
  constructor(labels, conditions) {
    this.labels = labels
    this.conditions = conditions
    this.symbols = new BoxIndex(conditions.symbols)
    this.drawn = new BoxIndex(conditions.drawn ?? conditions.symbols)
    /** @type {Lead[][]} to where each label may be led */
    this.leads = []
    /** @type {Ground[]} what lies under each and its line */
    this.grounds = []
    /** @type {(label: T) => Ground} */
    this.groundOf = () => OPEN_SEA
    /** @type {Record<'all' | 'far' | 'near', Spot[][]>} what was looked for already */
    this.known = { all: [], far: [], near: [] }
    /** @type {Set<number>} labels that have all their sizes */
    this.rich = new Set()
  }

  /**
   * Look for more places for a label: in more lines.
   *
   * @param {number} number of a label
   */
  enrich(number) {
    const { narrower } = this.conditions
    if (!narrower || this.rich.has(number)) return
    this.rich.add(number)
    for (const size of narrower(this.labels[number])) {
      this.near(number).push(...this.findNear(number, size))
      this.far(number).push(...this.findFar(number, size))
    }
    delete this.known.all[number]
  }

  /**
   * Return the places at its symbol that no symbol and no edge forbids, the best first.
   *
   * @param {number} number of a label
   */
  near(number) {
    this.known.near[number] ??= this.findNear(number, this.labels[number].size)
    return this.known.near[number]
  }

  /**
   * Return the places at the end of a line that no symbol and no edge forbids, the best first.
   *
   * @param {number} number of a label
   */
  far(number) {
    this.known.far[number] ??= this.findFar(number, this.labels[number].size)
    return this.known.far[number]
  }

  /**
   * Return both, the best first.
   *
   * @param {number} number of a label
   */
  all(number) {
    this.known.all[number] ??= [...this.near(number), ...this.far(number)].sort(byCost)
    return this.known.all[number]
  }

  /**
   * @param {number} number
   * @param {Size} size
   */
  findNear(number, size) {
    const { label, ground, isFree } = this.around(number)
    const candidates = labelCandidates(label.symbol, size, this.conditions.direction)
    return nearSpots(candidates, ground, isFree)
  }

  /**
   * @param {number} number
   * @param {Size} size
   */
  findFar(number, size) {
    const { frame } = this.conditions
    const { label, ground, isFree } = this.around(number)
    const mayRun = (/** @type {Segment} */ line) => this.mayRun(line, label)
    const across = frame.max.x - frame.min.x
    this.leads[number] ??= leadsFrom(label.symbol, across, ground, mayRun)
    const found = distantSpots(this.leads[number], size, ground, isFree, this.conditions.apart)
    if (found.length || this.near(number).length) return found
    this.leads[number] = leadsFrom(label.symbol, across, ground, mayRun, FINE_WAYS)
    return distantSpots(this.leads[number], size, ground, isFree, this.conditions.apart)
  }

  /** @param {number} number */
  around(number) {
    const label = this.labels[number]
    this.grounds[number] ??= this.groundOf(label)
    const isFree = (/** @type {Box} */ box) => this.isFree(box, label)
    return { label, ground: this.grounds[number], isFree }
  }

  /**
   * Whether nothing that stays forbids a place where a label stood.
   *
   * @param {Spot} spot
   * @param {T} label
   */
  isAllowed({ box, line }, label) {
    return this.mayStand(box, label) && (!line || this.mayRun(line, label))
  }

  /**
   * @param {Box} box
   * @param {T} label
   */
  isFree(box, label) {
    return !overlap(box, this.conditions.avoid) && this.mayStand(box, label)
  }

  /**
   * @param {Box} box
   * @param {T} label
   */
  mayStand(box, label) {
    const { frame, mayStand = () => true } = this.conditions
    return contains(frame, box) && !this.symbols.some(box) && mayStand(box, label)
  }

  /**
   * @param {Segment} line
   * @param {T} label
   */
  mayRun(line, label) {
    const { mayRun = () => true } = this.conditions
    /** @param {Box} symbol */
    const isCrossed = (symbol) => !overlap(symbol, label.symbol) && crossesBox(line, symbol)
    return !this.drawn.some(boundsOf(line), isCrossed) && mayRun(line, label)
  }
}
