import { contains, overlap } from './boxes.js'
import { labelCandidates } from './label-candidates.js'

/** @import { Box, Direction, LabelCandidate, LabelRequest } from '../types.d.ts' */

/** Where no more labels than this find no place, they are tried again before all others. */
const FEW = 3

/**
 * Find places for labels, the first served first, where they touch no symbol and no other label.
 *
 * @template {LabelRequest} T
 * @param {T[]} labels the most important first
 * @param {Box[]} symbols
 * @param {Box} frame within which they must be
 * @param {Box} avoid what they may cover, but rather do not
 * @param {Direction} direction of writing
 * @param {number} [retries]
 * @returns {{ placed: Map<T, LabelCandidate>, taken: Box[] }} all boxes that are taken then
 */
export function placeLabels(labels, symbols, frame, avoid, direction, retries = 3) {
  const taken = [...symbols]
  /** @type {Map<T, LabelCandidate>} */
  const placed = new Map()
  const unplaced = []
  for (const label of labels) {
    const free = labelCandidates(label.symbol, label.size, direction).filter(({ box }) =>
      contains(frame, box) && !taken.some((other) => overlap(box, other))
    )
    const best = free.find(({ box }) => !overlap(box, avoid)) ?? free.at(0)
    if (best) {
      placed.set(label, best)
      taken.push(best.box)
    } else unplaced.push(label)
  }
  if (retries && unplaced.length && unplaced.length <= FEW) {
    const again = [...unplaced, ...placed.keys()]
    return placeLabels(again, symbols, frame, avoid, direction, retries - 1)
  }
  return { placed, taken }
}
