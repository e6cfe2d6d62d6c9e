import { boxFrom, centreOf } from './boxes.js'

/** @import { Box, Direction, LabelCandidate, Point, Segment, Size } from '../types.d.ts' */

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
 * Return where a label may stand at the end of a line from its symbol, the best first: the nearest in the
 * sea, then the nearest on its own land, then, close by, on other land, where farther off it could be
 * taken for the name of that land.
 *
 * @param {Box} symbol
 * @param {Size} size of the label
 * @param {number} longest line, in pixels
 * @param {{ isForeign: (box: Box) => boolean, isOnLand: (box: Box) => boolean }} ground
 * @param {(box: Box) => boolean} [isFree] whether nothing else forbids a place
 * @returns {LabelCandidate[]}
 */
export function distantCandidates(symbol, size, longest, ground, isFree = () => true) {
  const { isForeign, isOnLand } = ground
  /** @type {Record<'sea' | 'own' | 'foreign', LabelCandidate[]>} */
  const found = { foreign: [], own: [], sea: [] }
  for (const distance of DISTANCES.filter((one) => one <= longest)) {
    for (const candidate of linedCandidates(symbol, size, distance)) {
      if (!isFree(candidate.box)) continue
      if (!isOnLand(candidate.box)) found.sea.push(candidate)
      else if (distance > LONGEST_ON_LAND) continue
      else if (!isForeign(candidate.box)) found.own.push(candidate)
      else if (distance <= longest / 2) found.foreign.push(candidate)
    }
  }
  return [...found.sea, ...found.own, ...found.foreign]
}

/**
 * Return the places of a label at the end of lines of one length.
 *
 * @param {Box} symbol
 * @param {Size} size of the label
 * @param {number} distance
 * @returns {(LabelCandidate & { line: Segment })[]}
 */
export function linedCandidates(symbol, size, distance) {
  const middle = centreOf(symbol)
  return Array.from({ length: WAYS }, (_, way) => {
    const angle = (2 * Math.PI * way) / WAYS
    const end = {
      x: middle.x + distance * Math.cos(angle),
      y: middle.y + distance * Math.sin(angle),
    }
    return { ...atLineEnd(end, angle, size), line: /** @type {Segment} */ ([middle, end]) }
  })
}

/**
 * Return the place of a label whose side, or whose upper or lower edge, a line meets in the middle.
 *
 * @param {Point} end of the line
 * @param {number} angle
 * @param {Size} size
 */
function atLineEnd(end, angle, { height, width }) {
  const [right, down] = [Math.cos(angle), Math.sin(angle)]
  const beside = Math.abs(right) > 0.5
  const column = beside ? (right > 0 ? 'after' : 'before') : 'centre'
  const corner = beside
    ? { x: right > 0 ? end.x + LINE_GAP : end.x - LINE_GAP - width, y: end.y - height / 2 }
    : { x: end.x - width / 2, y: down > 0 ? end.y + LINE_GAP : end.y - LINE_GAP - height }
  return { box: boxFrom(corner, { height, width }), column }
}
