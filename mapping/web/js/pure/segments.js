/** @import { Box, Segment } from '../types.d.ts' */

const AXES = /** @type {const} */ (['x', 'y'])

/**
 * Whether a line from one point to another touches a box.
 *
 * @param {Segment} segment
 * @param {Box} box
 */
export function crossesBox([from, to], { min, max }) {
  let start = 0
  let end = 1
  for (const axis of AXES) {
    const way = to[axis] - from[axis]
    if (way === 0) {
      if (from[axis] <= min[axis] || from[axis] >= max[axis]) return false
      continue
    }
    const one = (min[axis] - from[axis]) / way
    const other = (max[axis] - from[axis]) / way
    start = Math.max(start, Math.min(one, other))
    end = Math.min(end, Math.max(one, other))
  }
  return start < end
}

/**
 * Whether two lines cross.
 *
 * @param {Segment} one
 * @param {Segment} other
 */
export function cross(one, other) {
  return turns(one, other[0]) !== turns(one, other[1]) &&
    turns(other, one[0]) !== turns(other, one[1])
}

/**
 * Whether a point lies to the left of a line.
 *
 * @param {Segment} segment
 * @param {import('../types.d.ts').Point} point
 */
function turns([from, to], { x, y }) {
  return (to.x - from.x) * (y - from.y) > (to.y - from.y) * (x - from.x)
}
