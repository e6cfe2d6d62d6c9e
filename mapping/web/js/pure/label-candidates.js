import { boxFrom, centreOf } from './boxes.js'

/** @import { Box, Direction, LabelCandidate, Segment, Size } from '../types.d.ts' */

/** Pixels between a symbol and a label after it or before it. */
const LABEL_GAP = 3
/** Where on a side of a name its line ends. */
const MIDDLE = [0.5]
/** Columns over and under a symbol, and rows beside it, the best first. */
const UPRIGHT =
  /** @type {const} */ (['centre', 'from', 'to', 'midway', 'midwayTo', 'after', 'before'])
const SLANTED = /** @type {const} */ (['higher', 'lower', 'high', 'low'])
/** Ways that a line of a name may go, and pixels between the end of a line and what is written. */
const [NAME_WAYS, LINE_GAP] = [40, 2]

/**
 * Return where a label may stand at its symbol, the best first: after it, before it, over and under it,
 * then at its corners, then beside it a little higher or lower.
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
    midway: (min.x + middleX) / 2 - width / 4,
    midwayTo: (max.x + middleX - width) / 2 - width / 4,
  }
  const rows = {
    over: min.y - height,
    under: max.y,
    middle: middleY - height / 2,
    higher: middleY - height * 0.8,
    lower: middleY - height * 0.2,
    high: min.y - height + LABEL_GAP,
    low: max.y - LABEL_GAP,
  }
  const sides = /** @type {('after' | 'before')[]} */ (['after', 'before'])
  if (direction === 'rtl') sides.reverse()
  /** @type {[keyof columns, keyof rows][]} */
  const places = sides.map((side) => [side, 'middle'])
  for (const row of /** @type {const} */ (['over', 'under'])) {
    for (const column of UPRIGHT) places.push([column, row])
  }
  for (const side of sides) for (const row of SLANTED) places.push([side, row])
  return places.map(([column, row]) => ({
    box: boxFrom({ x: columns[column], y: rows[row] }, size),
    column,
  }))
}

/**
 * Return the places of a label at the end of lines of one length.
 *
 * @param {Box} symbol
 * @param {Size} size of the label
 * @param {number} distance
 */
export function linedCandidates(symbol, size, distance) {
  const ways = Array.from(
    { length: NAME_WAYS },
    (_, way) => lineFrom(symbol, distance, way / NAME_WAYS),
  )
  return ways.flatMap((line) => atLineEnd(line, size, MIDDLE))
}

/**
 * Return a line from the middle of a symbol to a whole pixel: so it is drawn.
 *
 * @param {Box} symbol
 * @param {number} distance
 * @param {number} turn part of a full circle
 * @returns {Segment}
 */
export function lineFrom(symbol, distance, turn) {
  const [middle, angle] = [centreOf(symbol), 2 * Math.PI * turn]
  return [middle, {
    x: Math.round(middle.x + distance * Math.cos(angle)),
    y: Math.round(middle.y + distance * Math.sin(angle)),
  }]
}

/**
 * Return the places of a label whose side, or whose upper or lower edge, a line meets.
 *
 * @param {Segment} line
 * @param {Size} size
 * @param {number[]} parts of the side, from its beginning to where the line meets it
 */
export function atLineEnd(line, { height, width }, parts) {
  const [from, end] = line
  const [right, down] = [end.x - from.x, end.y - from.y]
  const beside = Math.abs(right) > lengthOf(line) / 2
  const column = beside ? (right > 0 ? 'after' : 'before') : 'centre'
  return parts.map((part) => {
    const corner = beside
      ? { x: right > 0 ? end.x + LINE_GAP : end.x - LINE_GAP - width, y: end.y - height * part }
      : { x: end.x - width * part, y: down > 0 ? end.y + LINE_GAP : end.y - LINE_GAP - height }
    return { box: boxFrom(corner, { height, width }), column, line }
  })
}

/** @param {Segment} line */
function lengthOf([from, to]) {
  return Math.hypot(to.x - from.x, to.y - from.y)
}
