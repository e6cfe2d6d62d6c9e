/** @import { Point } from '../types.d.ts' */

/**
 * Return the one that is nearest to the middle of some points.
 *
 * @param {Point[]} points
 * @param {number[]} numbers
 */
export function centralOf(points, numbers) {
  const middle = { x: 0, y: 0 }
  for (const number of numbers) {
    middle.x += points[number].x / numbers.length
    middle.y += points[number].y / numbers.length
  }
  return numbers.reduce((best, number) =>
    apartBy(points[number], middle) < apartBy(points[best], middle) ? number : best
  )
}

/**
 * Return where a group stands that makes room for one of its members, which is shown as itself.
 *
 * @param {Point} middle of the group
 * @param {Point} other that of the member
 * @param {number} room that there must be between the two
 * @returns {Point}
 */
export function standAside(middle, other, room) {
  const off = apartBy(middle, other)
  if (off >= room) return middle
  const [right, down] = off > 0 ? [(middle.x - other.x) / off, (middle.y - other.y) / off] : [0, 1]
  return { x: other.x + right * room, y: other.y + down * room }
}

/**
 * Return how far the two of some points that are farthest from each other are apart.
 *
 * @param {Point[]} points a few
 */
export function extentOf(points) {
  return Math.max(...points.flatMap((a) => points.map((b) => apartBy(a, b))))
}

/**
 * @param {Point} a
 * @param {Point} b
 */
export function apartBy(a, b) {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}
