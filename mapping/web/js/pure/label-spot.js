import { boundsOf, overlap, widened } from './boxes.js'
import { cross, crossesBox } from './segments.js'

/** @import { Box, LabelCandidate, Point, Segment } from '../types.d.ts' */

/** Pixels that a name of a country keeps off a label at the end of a line: together they would be one name. */
const APART = 12
/** Pixels over and under a label into which no line of another runs that is so many times wider than high. */
const [OFF_LETTERS, FLAT] = [1, 4]
/** Pixels beyond the end of a line into which no other runs. */
const PAST_END = 1

/**
 * A place for a label, the room that others leave it, the box around room and line, how far off others the line
 * stays, and how bad it is: in pixels of a line.
 *
 * @typedef {LabelCandidate & { cost: number, off: number, reach: Box, room: Box }} Spot
 */

/**
 * @param {LabelCandidate} candidate
 * @param {number} [cost]
 * @param {number} [apart] pixels over and under a label at the end of a line
 * @returns {Spot}
 */
export function withReach(candidate, cost = 0, apart = 0) {
  const { box, line } = candidate
  if (!line) return { ...candidate, cost, off: 0, reach: box, room: box }
  const room = {
    min: { ...box.min, y: box.min.y - apart },
    max: { ...box.max, y: box.max.y + apart },
  }
  const reach = boundsOf([room.min, room.max, ...line])
  return { ...candidate, cost, off: distanceOf(line), reach, room }
}

/**
 * Whether two labels, or their lines, touch.
 *
 * @param {Spot} a
 * @param {Spot} b
 */
export function meet(a, b) {
  if (!overlap(a.reach, b.reach)) return false
  if (overlap(a.room, b.room)) return true
  if (a.line && crossesBox(a.line, b.box, a.off)) return true
  if (b.line && crossesBox(b.line, a.box, b.off)) return true
  return Boolean(a.line && b.line && cross(pastEnd(a.line), pastEnd(b.line)))
}

/**
 * Return how far over and under a label of another a line stays: one that ran along it would seem to be drawn with it.
 *
 * @param {Segment} line
 */
function distanceOf([from, to]) {
  return Math.abs(to.y - from.y) * FLAT < Math.abs(to.x - from.x) ? OFF_LETTERS : 0
}

/**
 * Return a line with what lies just beyond its end: another there would seem to end it, or go on from it.
 *
 * @param {Segment} line
 * @returns {Segment}
 */
function pastEnd([from, to]) {
  const [right, down] = [to.x - from.x, to.y - from.y]
  const part = 1 + PAST_END / Math.hypot(right, down)
  return [from, { x: from.x + right * part, y: from.y + down * part }]
}

/**
 * Return the lines of those that have one.
 *
 * @param {Iterable<LabelCandidate>} candidates
 */
export function linesOf(candidates) {
  return [...candidates].flatMap(({ line }) => line ? [line] : [])
}

/**
 * Return the box of a label that no name of a country or sea may enter.
 *
 * @param {LabelCandidate} candidate
 */
export function clearanceOf({ box, line }) {
  return line ? widened(box, APART) : box
}

/**
 * Return the place of a name, with the box that labels are to leave it.
 *
 * @param {{ box: Box, line?: Segment }} name
 */
export function withClearance(name) {
  return { ...name, box: widened(name.box, APART) }
}

/**
 * Return a place moved by a way.
 *
 * @param {LabelCandidate} candidate
 * @param {Point} way
 * @returns {LabelCandidate}
 */
export function shift({ box: { min, max }, column, line }, way) {
  /** @param {Point} point */
  const moved = ({ x, y }) => ({ x: x + way.x, y: y + way.y })
  return {
    box: { min: moved(min), max: moved(max) },
    column,
    ...(line ? { line: [moved(line[0]), moved(line[1])] } : {}),
  }
}
