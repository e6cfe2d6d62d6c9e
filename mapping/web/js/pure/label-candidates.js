import { boxFrom, centreOf } from './boxes.js'

/** @import { Box, Direction, LabelCandidate, Segment, Size } from '../types.d.ts' */

/**
 * What a label would stand on, and whether a line to it leads over no land beyond the sea.
 *
 * @typedef {object} Ground
 * @property {(line: Segment) => boolean} isDirect
 * @property {(box: Box) => boolean} isForeign
 * @property {(box: Box) => boolean} isOnLand
 */

/** Pixels between a symbol and a label after it or before it. */
const LABEL_GAP = 3
/** Pixels from the middle of a symbol to where its line ends; the shortest first. */
const DISTANCES = [18, 24, 31, 39, 48, 58, 70, 84, 100, 118, 138, 160, 190, 225, 265, 310]
/** Pixels of a line to a label on land. */
const LONGEST_ON_LAND = 58
/** Ways that a line may go, and pixels between its end and the label. */
const [WAYS, LINE_GAP] = [40, 2]

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
  }
  const rows = {
    over: min.y - height,
    under: max.y,
    middle: middleY - height / 2,
    higher: middleY - height * 0.8,
    lower: middleY - height * 0.2,
  }
  const sides = /** @type {('after' | 'before')[]} */ (['after', 'before'])
  if (direction === 'rtl') sides.reverse()
  /** @type {[keyof columns, keyof rows][]} */
  const places = sides.map((side) => [side, 'middle'])
  for (const row of /** @type {const} */ (['over', 'under'])) {
    for (const column of /** @type {const} */ (['centre', 'from', 'to', 'after', 'before'])) {
      places.push([column, row])
    }
  }
  for (const side of sides) places.push([side, 'higher'], [side, 'lower'])
  return places.map(([column, row]) => ({
    box: boxFrom({ x: columns[column], y: rows[row] }, size),
    column,
  }))
}

/**
 * Return the lines from a symbol to labels, the shortest first; none runs on where it may not run.
 *
 * @param {Box} symbol
 * @param {number} longest line, in pixels
 * @param {(line: Segment) => boolean} mayRun
 */
export function linesFrom(symbol, longest, mayRun) {
  const distances = DISTANCES.filter((one) => one <= longest)
  /** @type {Segment[][]} */
  const found = distances.map(() => [])
  for (let way = 0; way < WAYS; way += 1) {
    for (const [i, distance] of distances.entries()) {
      const line = lineFrom(symbol, distance, way)
      if (!mayRun(line)) break
      found[i].push(line)
    }
  }
  return found.flat()
}

/**
 * Return where a label may stand at the end of lines from its symbol, the best first: at the shortest in
 * the sea, then at the shortest on its own land, then, close by, on other land, where farther off it could
 * be taken for the name of that land; last, in the sea beyond other land.
 *
 * @param {Segment[]} lines the shortest first
 * @param {Size} size of the label
 * @param {number} longest line, in pixels
 * @param {Ground} ground
 * @param {(box: Box) => boolean} [isFree] whether nothing else forbids a place
 * @returns {LabelCandidate[]}
 */
export function distantCandidates(lines, size, longest, ground, isFree = () => true) {
  /** @type {Record<'beyond' | 'foreign' | 'own' | 'sea', LabelCandidate[]>} */
  const found = { beyond: [], foreign: [], own: [], sea: [] }
  for (const line of lines) {
    const candidate = atLineEnd(line, size)
    const { box } = candidate
    if (!isFree(box)) continue
    const length = Math.round(lengthOf(line))
    if (!ground.isOnLand(box)) found[ground.isDirect(line) ? 'sea' : 'beyond'].push(candidate)
    else if (length > LONGEST_ON_LAND) continue
    else if (!ground.isForeign(box)) found.own.push(candidate)
    else if (length <= longest / 2) found.foreign.push(candidate)
  }
  return [...found.sea, ...found.own, ...found.foreign, ...found.beyond]
}

/**
 * Return the places of a label at the end of lines of one length.
 *
 * @param {Box} symbol
 * @param {Size} size of the label
 * @param {number} distance
 */
export function linedCandidates(symbol, size, distance) {
  return Array.from(
    { length: WAYS },
    (_, way) => atLineEnd(lineFrom(symbol, distance, way), size),
  )
}

/**
 * Return a line from the middle of a symbol.
 *
 * @param {Box} symbol
 * @param {number} distance
 * @param {number} way
 * @returns {Segment}
 */
function lineFrom(symbol, distance, way) {
  const [middle, angle] = [centreOf(symbol), (2 * Math.PI * way) / WAYS]
  return [middle, {
    x: middle.x + distance * Math.cos(angle),
    y: middle.y + distance * Math.sin(angle),
  }]
}

/**
 * Return the place of a label whose side, or whose upper or lower edge, a line meets in the middle.
 *
 * @param {Segment} line
 * @param {Size} size
 */
function atLineEnd(line, { height, width }) {
  const [from, end] = line
  const [right, down] = [end.x - from.x, end.y - from.y]
  const beside = Math.abs(right) > lengthOf(line) / 2
  const column = beside ? (right > 0 ? 'after' : 'before') : 'centre'
  const corner = beside
    ? { x: right > 0 ? end.x + LINE_GAP : end.x - LINE_GAP - width, y: end.y - height / 2 }
    : { x: end.x - width / 2, y: down > 0 ? end.y + LINE_GAP : end.y - LINE_GAP - height }
  return { box: boxFrom(corner, { height, width }), column, line }
}

/** @param {Segment} line */
function lengthOf([from, to]) {
  return Math.hypot(to.x - from.x, to.y - from.y)
}
