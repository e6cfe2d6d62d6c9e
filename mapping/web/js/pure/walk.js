/** @import { Point } from '../types.d.ts' */

/**
 * Right and down.
 *
 * @typedef {readonly [dx: number, dy: number]} Heading
 */

/** Of each arrow key, where it leads. @type {Map<string, Heading>} */
export const HEADINGS_BY_KEY = new Map([
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
])

/**
 * Return how far a point is in a direction: the way along it, and twice the way off the straight line;
 * what lies behind is out of reach.
 *
 * @param {Point} here
 * @param {Point} there
 * @param {Heading} heading
 */
export function stepCost(here, there, [dx, dy]) {
  const [x, y] = [there.x - here.x, there.y - here.y]
  const [along, across] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)]
  return along > 0 ? along + 2 * across : Infinity
}

/**
 * @param {Heading} one
 * @param {Heading} other
 */
export function isOpposite(one, other) {
  return one[0] === -other[0] && one[1] === -other[1]
}
