import { boundsOf, overlap, widened } from './boxes.js'
import { cross, crossesBox } from './segments.js'

/** @import { Box, LabelCandidate, Point, Segment } from '../types.d.ts' */

/** Pixels that a name of a country keeps off a label at the end of a line: together they would be one name. */
const APART = 12
/** Pixels beyond the end of a line into which no other runs. */
const PAST_END = 1

/**
 * A place for a label, the room that others leave it, the box around room and line, and how bad it is: in
 * pixels of a line.
 *
 * @typedef {LabelCandidate & { cost: number, reach: Box, room: Box }} Spot
 */

/**
 * @param {LabelCandidate} candidate
 * @param {number} [cost]
 * @param {number} [apart] pixels over and under a label at the end of a line
 * @returns {Spot}
 */
export function withReach(candidate, cost = 0, apart = 0) {
  const { box, line } = candidate
  if (!line) return { ...candidate, cost, reach: box, room: box }
  const room = {
    min: { ...box.min, y: box.min.y - apart },
    max: { ...box.max, y: box.max.y + apart },
  }
  return { ...candidate, cost, reach: boundsOf([room.min, room.max, ...line]), room }
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
  if (a.line && crossesBox(a.line, b.box)) return true
  if (b.line && crossesBox(b.line, a.box)) return true
  return Boolean(a.line && b.line && cross(pastEnd(a.line), pastEnd(b.line)))
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
