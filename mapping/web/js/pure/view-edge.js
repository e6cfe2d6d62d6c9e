/** What a circle does that is not wholly in view: a part of a number is another number. */
import { boxAround, contains, overlap } from './boxes.js'
import { hold } from './displacement.js'
import { apartBy, FARTHEST } from './points.js'
import { RINGS } from './symbol-groups.js'

/** @import { Box, Point } from '../types.d.ts' */

/**
 * Return where a circle stands in a view that cuts it: wholly in view, where that is not too far from its
 * place and there is room; else where it stood.
 *
 * @param {{ home: Point, settled: Point, width: number }} circle
 * @param {Box} view
 * @param {(box: Box) => boolean} isFree
 * @returns {Point}
 */
export function intoView({ home, settled, width }, view, isFree) {
  if (contains(view, boxAround(settled, width))) return settled
  const inside = { ...settled, height: width, width }
  hold(inside, view)
  return apartBy(inside, home) <= FARTHEST && isFree(boxAround(inside, width)) ? inside : settled
}

/**
 * Whether the number of a circle is wholly in view.
 *
 * @param {Point} middle
 * @param {number} width
 * @param {Box} view
 * @param {Box} cover what lies over it
 */
export function showsNumber(middle, width, view, cover) {
  const number = boxAround(middle, width - RINGS)
  return contains(view, number) && !overlap(cover, number)
}
