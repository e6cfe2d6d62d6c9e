import { BoxIndex } from './box-index.js'
import { contains, overlap } from './boxes.js'
import { distantCandidates, labelCandidates } from './label-candidates.js'
import { withReach } from './label-spot.js'
import { crossesBox } from './segments.js'

/** @import { Box, Direction, LabelCandidate, LabelRequest, Segment } from '../types.d.ts' */
/** @import { Spot } from './label-spot.js' */

/** How many of the longest lines would go from one side of the view to the other. */
const LINES_ACROSS = 8

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
 * @property {(box: Box, label: any) => boolean} [isForeign] whether it would stand in another country
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
    /** @type {Record<'near' | 'far', Spot[][]>} what was looked for already */
    this.known = { near: [], far: [] }
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
      const { avoid, frame, isForeign = () => false, isOnLand = () => false } = this.conditions
      const longest = (frame.max.x - frame.min.x) / LINES_ACROSS
      const foreign = (/** @type {Box} */ box) => isForeign(box, this.labels[number])
      const isFree = (/** @type {Box} */ box) =>
        contains(frame, box) && !overlap(box, avoid) && !this.symbols.some(box)
      const ground = { isForeign: foreign, isOnLand }
      return distantCandidates(symbol, size, longest, ground, isFree)
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
}
