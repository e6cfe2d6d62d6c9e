/** @import { Box, Segment } from '../types.d.ts' */

/**
 * Whether a line from one point to another touches a box: neither across, nor down, nor beside the line is there
 * anything between them.
 *
 * @param {Segment} segment
 * @param {Box} box
 * @param {number} [off] pixels over and under it that count as well
 */
export function crossesBox(segment, { max, min }, off = 0) {
  const [from, to] = [segment[0], segment[1]]
  if (Math.min(from.x, to.x) > max.x || Math.max(from.x, to.x) < min.x) return false
  if (Math.min(from.y, to.y) > max.y + off || Math.max(from.y, to.y) < min.y - off) return false
  const [across, down] = [to.x - from.x, to.y - from.y]
  const beside = across * (min.y + max.y - 2 * from.y) - down * (min.x + max.x - 2 * from.x)
  const high = max.y - min.y + 2 * off
  return Math.abs(beside) <= Math.abs(across) * high + Math.abs(down) * (max.x - min.x)
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
function turns(segment, { x, y }) {
  const [from, to] = [segment[0], segment[1]]
  return (to.x - from.x) * (y - from.y) > (to.y - from.y) * (x - from.x)
}
