/** @import { Point } from '../types.d.ts' */

/** The farthest that a symbol stands from its place, in pixels. */
export const FARTHEST = 26

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
 * Return where a circle stands that makes room for those of its members that are shown as themselves, and
 * where these stand: in their places, unless the circle would be too far from its own.
 *
 * @param {{ home: Point, middle: Point, width: number }} circle
 * @param {Point[]} members
 * @param {number} size of a symbol
 */
export function makeRoom({ home, middle, width }, members, size) {
  const room = (width + size) / 2 + 1
  const aside = members.reduce((point, one) => standAside(point, one, room), middle)
  const stands = withinReach(aside, home)
  return {
    members: members.map((one) => withinReach(standAside(one, stands, room), one)),
    middle: stands,
  }
}

/**
 * Return a point, or one beyond it that is so far from another.
 *
 * @param {Point} middle
 * @param {Point} other
 * @param {number} room that there must be between the two
 * @returns {Point}
 */
function standAside(middle, other, room) {
  const off = apartBy(middle, other)
  if (off >= room) return middle
  const [right, down] = off > 0 ? [(middle.x - other.x) / off, (middle.y - other.y) / off] : [0, 1]
  return { x: other.x + right * room, y: other.y + down * room }
}

/**
 * Return a point, or the nearest one to it that is not too far from a place for a symbol to stand there.
 *
 * @param {Point} point
 * @param {Point} home
 * @returns {Point}
 */
function withinReach(point, home) {
  const part = FARTHEST / apartBy(point, home)
  if (part >= 1) return point
  return { x: home.x + (point.x - home.x) * part, y: home.y + (point.y - home.y) * part }
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
