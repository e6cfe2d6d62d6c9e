import { boxFrom, centreOf } from './boxes.js'

/** @import { Box, Direction, LabelCandidate, Size } from '../types.d.ts' */

/** Pixels between a symbol and a label after it or before it. */
const LABEL_GAP = 3

/**
 * Return where a label may be placed, the best first: after its symbol, before it, over and under it,
 * then at its corners.
 *
 * @param {Box} symbol
 * @param {Size} size of the label
 * @param {Direction} direction of writing
 * @returns {LabelCandidate[]}
 */
export function labelCandidates(symbol, size, direction) {
  const { min, max } = symbol
  const { x: middleX, y: middleY } = centreOf(symbol)
  const { width, height } = size
  const columns = {
    after: max.x + LABEL_GAP,
    before: min.x - LABEL_GAP - width,
    centre: middleX - width / 2,
    from: min.x,
    to: max.x - width,
  }
  const rows = { over: min.y - height, under: max.y, middle: middleY - height / 2 }
  /** @type {[keyof columns, keyof rows][]} */
  const places = [['after', 'middle'], ['before', 'middle']]
  if (direction === 'rtl') places.reverse()
  for (const row of /** @type {const} */ (['over', 'under'])) {
    for (const column of /** @type {const} */ (['centre', 'from', 'to', 'after', 'before'])) {
      places.push([column, row])
    }
  }
  return places.map(([column, row]) => ({
    box: boxFrom({ x: columns[column], y: rows[row] }, size),
    column,
  }))
}
