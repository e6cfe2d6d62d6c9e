import { atLineEnd, lineFrom } from './label-candidates.js'
import { withReach } from './label-spot.js'

/** @import { Box, LabelCandidate, Segment, Size } from '../types.d.ts' */
/** @import { Spot } from './label-spot.js' */

/**
 * What of the land of others lies under a label and its line.
 *
 * @typedef {object} Ground
 * @property {(line: Segment) => number[]} along the number of the area there, every few pixels; 0 for none
 * @property {(box: Box) => number} ashore the part of the label
 * @property {boolean} [isParted] whether an armistice line parts its own area from another
 */
/** A line from a symbol, how long it is in pixels, over how many areas of others it leads, and how bad it is. */
/** @typedef {{ areas: number, cost: number, length: number, line: Segment }} Lead */

/** Pixels along a line from where is looked what it lies over to where is next. */
export const LOOK_STEP = 3
/** Pixels from the middle of a symbol to where its line ends; the shortest first. */
const DISTANCES = [18, 21, 24, 28, 33, 39, 46, 54, 63, 73, 85, 100, 118, 130]
/** How many of the longest lines go from one side of the view to the other, and of those over others' land. */
const [ACROSS, OVER_ACROSS] = [8, 20]
/** Pixels of a line to a label on the land of others: so near, the eye joins it to its symbol. */
const LONGEST_ASHORE = 24
/** The part of a label that may stand on the land of others: at its symbol, and at the end of a longer line. */
const [MOST_NEAR, MOST_ASHORE] = [0.25, 0.2]
/** For how many pixels of a line count one over land of others, a line's end beside the middle of a label. */
const [DETOUR, OFF_MIDDLE] = [2, 8]
/** For how many counts that a label stands on land of others: by the part that does, and all in all. */
const [PARTLY_ASHORE, ASHORE] = [40, 400]
/** For how many counts that a label at its symbol stands there: by the part that does. */
const NEAR_ASHORE = 150
/** So many places at the end of lines of one length are enough for a label in one size. */
const MOST_PLACES = 24
/** Where on a side of a label its line may end: in the middle, or towards a corner. */
const ENDS = [0.5, 0.1, 0.9]
/** Ways that a line of a label may go, and how many of them farther round the next is that is tried. */
const [WAYS, SPREAD] = [36, 23]
/** How many ways are tried for a label that finds no place otherwise: it may lead between close symbols. */
export const FINE_WAYS = 180

/**
 * Return the free ones of the places at a symbol, first those in the sea or on their own land. Beside an armistice
 * line there are no others.
 *
 * @param {LabelCandidate[]} candidates
 * @param {Ground} ground
 * @param {(box: Box) => boolean} isFree
 * @returns {Spot[]}
 */
export function nearSpots(candidates, ground, isFree) {
  /** @type {Spot[]} */
  const found = []
  for (const candidate of candidates) {
    if (!isFree(candidate.box)) continue
    const ashore = ground.ashore(candidate.box)
    const isAshore = ashore > MOST_NEAR
    if (isAshore && ground.isParted) continue
    found.push(withReach(candidate, isAshore ? NEAR_ASHORE * ashore : 0))
  }
  return found.sort(byCost)
}

/**
 * Return the lines from a symbol to labels, the best first; none runs on where it may not run, or far over the
 * land of others.
 *
 * @param {Box} symbol
 * @param {number} across pixels from one side of the view to the other
 * @param {Ground} ground
 * @param {(line: Segment) => boolean} mayRun
 * @param {number} [ways]
 */
export function leadsFrom(symbol, across, ground, mayRun, ways = WAYS) {
  const distances = DISTANCES.filter((one) => one <= across / ACROSS)
  const longest = distances.at(-1) ?? 0
  /** @type {Lead[]} */
  const found = []
  for (let i = 0; i < ways; i += 1) {
    const turn = (i * SPREAD % ways) / ways
    const under = ground.along(lineFrom(symbol, longest, turn))
    const areas = new Set()
    let [looked, over] = [0, 0]
    for (const length of distances) {
      const line = lineFrom(symbol, length, turn)
      for (; looked <= length / LOOK_STEP; looked += 1) {
        if (!under[looked]) continue
        over += LOOK_STEP
        areas.add(under[looked])
      }
      if (over > across / OVER_ACROSS) break
      if (!mayRun(line)) {
        // Drawn in whole pixels, a longer line may lead through a gap that this one misses.
        if (ways === FINE_WAYS) continue
        break
      }
      found.push({ areas: areas.size, cost: length + DETOUR * over, length, line })
    }
  }
  return found.sort(byCost)
}

/**
 * Return where a label may stand at the end of lines from its symbol, the best first: in the sea or on its
 * own land, the line short and over little land of others. On that land it would be taken for the land's own
 * name: there it stands last, close by, and neither beyond a third area nor beside an armistice line.
 *
 * @param {Lead[]} leads
 * @param {Size} size of the label
 * @param {Ground} ground
 * @param {(box: Box) => boolean} [isFree] whether nothing else forbids a place
 * @param {number} [apart] pixels over and under it
 * @returns {Spot[]}
 */
export function distantSpots(leads, size, ground, isFree = () => true, apart = 0) {
  /** @type {Spot[]} */
  const found = []
  /** @type {Map<number, number>} places that were found at the end of lines of a length */
  const counts = new Map()
  for (const { areas, cost, length, line } of leads) {
    if ((counts.get(length) ?? 0) >= MOST_PLACES) continue
    for (const [i, candidate] of atLineEnd(line, size, ENDS).entries()) {
      if (!isFree(candidate.box)) continue
      const ashore = ground.ashore(candidate.box)
      const isAshore = ashore > MOST_ASHORE
      if (isAshore && (length > LONGEST_ASHORE || areas > 1 || ground.isParted)) continue
      const more = PARTLY_ASHORE * ashore + (i ? OFF_MIDDLE : 0) + (isAshore ? ASHORE : 0)
      found.push(withReach(candidate, cost + more, apart))
      counts.set(length, (counts.get(length) ?? 0) + 1)
    }
  }
  return found.sort(byCost)
}

/**
 * @param {{ cost: number }} a
 * @param {{ cost: number }} b
 */
export function byCost(a, b) {
  return a.cost - b.cost
}
