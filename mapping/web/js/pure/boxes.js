/** @import { Box, Point, Size } from '../types.d.ts' */

/**
 * Return the square of a size around a point.
 *
 * @param {Point} point
 * @param {number} size
 * @returns {Box}
 */
export function boxAround(point, size) {
  return centredBox(point, { width: size, height: size })
}

/**
 * Return the box of a size around a point.
 *
 * @param {Point} point
 * @param {Size} size
 * @returns {Box}
 */
export function centredBox({ x, y }, { width, height }) {
  return boxFrom({ x: x - width / 2, y: y - height / 2 }, { width, height })
}

/**
 * Return the box of a size, right of its corner and under it.
 *
 * @param {Point} min
 * @param {Size} size
 * @returns {Box}
 */
export function boxFrom(min, { width, height }) {
  return { min, max: { x: min.x + width, y: min.y + height } }
}

/**
 * Return a box with a margin around it.
 *
 * @param {Box} box
 * @param {number} margin
 * @returns {Box}
 */
export function widened({ min, max }, margin) {
  return {
    min: { x: min.x - margin, y: min.y - margin },
    max: { x: max.x + margin, y: max.y + margin },
  }
}

/**
 * @param {Box} box
 * @returns {Point}
 */
export function centreOf({ min, max }) {
  return { x: (min.x + max.x) / 2, y: (min.y + max.y) / 2 }
}

/**
 * Return the box around some points.
 *
 * @param {Point[]} points
 * @returns {Box}
 */
export function boundsOf(points) {
  const min = { ...points[0] }
  const max = { ...points[0] }
  for (const { x, y } of points) {
    if (x < min.x) min.x = x
    if (y < min.y) min.y = y
    if (x > max.x) max.x = x
    if (y > max.y) max.y = y
  }
  return { min, max }
}

/**
 * Whether two boxes share more than a side.
 *
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  return a.min.x < b.max.x && a.max.x > b.min.x && a.min.y < b.max.y && a.max.y > b.min.y
}

/**
 * Whether a box, or a point as a box of no size, is within a frame.
 *
 * @param {Box} frame
 * @param {Box} box
 */
export function contains(frame, { min, max }) {
  return min.x >= frame.min.x && max.x <= frame.max.x && min.y >= frame.min.y &&
    max.y <= frame.max.y
}

/**
 * Whether a point is within a frame.
 *
 * @param {Box} frame
 * @param {number} x
 * @param {number} y
 */
export function holds({ max, min }, x, y) {
  return x >= min.x && x <= max.x && y >= min.y && y <= max.y
}

/**
 * Whether the middle of a box is within a frame.
 *
 * @param {Box} frame
 * @param {Box} box
 */
export function containsCentre(frame, box) {
  const centre = centreOf(box)
  return contains(frame, { min: centre, max: centre })
}
