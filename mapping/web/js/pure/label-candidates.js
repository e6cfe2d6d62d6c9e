import { boxFrom, centreOf } from './boxes.js'

/** @import { Box, Direction, LabelCandidate, Segment, Size } from '../types.d.ts' */

/**
 * What of the land of others lies under a label and its line.
 *
 * @typedef {object} Ground
 * @property {(line: Segment) => number[]} along the number of the area there, every few pixels
 * @property {(box: Box) => number} ashore the part of the label
 */
/** A line from a symbol, how long it is and leads over land of others, in pixels, and over how many areas. */
/** @typedef {{ areas: number, length: number, line: Segment, over: number }} Lead */

/** Pixels along a line from where is looked what it lies over to where is next. */
export const LOOK_STEP = 3
/** Pixels between a symbol and a label after it or before it. */
const LABEL_GAP = 3
/** Pixels from the middle of a symbol to where its line ends; the shortest first. */
const DISTANCES = [18, 21, 24, 28, 33, 39, 46, 54, 63, 73, 85, 100, 118, 130]
/** How many of the longest lines go from one side of the view to the other, and of those over others' land. */
const [ACROSS, OVER_ACROSS] = [8, 20]
/** Pixels of a line to a label on the land of others: so near, the eye joins it to its symbol. */
const LONGEST_ASHORE = 24
/** The part of a label that may stand on the land of others at the end of a longer line. */
const MOST_ASHORE = 0.2
/** For how many pixels of a line count one over land of others, a line's end beside the middle of a label. */
const [DETOUR, OFF_MIDDLE] = [2, 8]
/** For how many counts that a label stands on land of others: by the part that does, and all in all. */
const [PARTLY_ASHORE, ASHORE] = [40, 400]
/** Where on a side of a label its line may end: in the middle, or towards a corner. */
const [MIDDLE, ENDS] = [[0.5], [0.5, 0.1, 0.9]]
/** Columns over and under a symbol, and rows beside it, the best first. */
const UPRIGHT =
  /** @type {const} */ (['centre', 'from', 'to', 'midway', 'midwayTo', 'after', 'before'])
const SLANTED = /** @type {const} */ (['higher', 'lower', 'high', 'low'])
/** Ways that a line of a label may go, and that of a name, and pixels between its end and what is written. */
const [WAYS, NAME_WAYS, LINE_GAP] = [56, 40, 2]

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
 * Return the lines from a symbol to labels; none runs on where it may not run, or far over the land of others.
 *
 * @param {Box} symbol
 * @param {number} across pixels from one side of the view to the other
 * @param {Ground} ground
 * @param {(line: Segment) => boolean} mayRun
 */
export function leadsFrom(symbol, across, ground, mayRun) {
  const distances = DISTANCES.filter((one) => one <= across / ACROSS)
  /** @type {Lead[]} */
  const found = []
  for (let way = 0; way < WAYS; way += 1) {
    for (const length of distances) {
      const line = lineFrom(symbol, length, way / WAYS)
      const others = ground.along(line)
      const over = LOOK_STEP * others.length
      if (over > across / OVER_ACROSS || !mayRun(line)) break
      found.push({ areas: new Set(others).size, length, line, over })
    }
  }
  return found
}

/**
 * Return where a label may stand at the end of lines from its symbol, the best first: in the sea or on its
 * own land, the line short and over little land of others. On that land it would be taken for the land's own
 * name: there it stands last, close by, and not beyond a third area.
 *
 * @param {Lead[]} leads
 * @param {Size} size of the label
 * @param {Ground} ground
 * @param {(box: Box) => boolean} [isFree] whether nothing else forbids a place
 * @returns {LabelCandidate[]}
 */
export function distantCandidates(leads, size, ground, isFree = () => true) {
  /** @type {{ candidate: LabelCandidate, cost: number }[]} */
  const found = []
  for (const { areas, length, line, over } of leads) {
    for (const [i, candidate] of atLineEnd(line, size, ENDS).entries()) {
      if (!isFree(candidate.box)) continue
      const ashore = ground.ashore(candidate.box)
      const isAshore = ashore > MOST_ASHORE
      if (isAshore && (length > LONGEST_ASHORE || areas > 1)) continue
      const cost = length + DETOUR * over + PARTLY_ASHORE * ashore
      found.push({ candidate, cost: cost + (i ? OFF_MIDDLE : 0) + (isAshore ? ASHORE : 0) })
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ candidate }) => candidate)
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
 * Return a line from the middle of a symbol.
 *
 * @param {Box} symbol
 * @param {number} distance
 * @param {number} turn part of a full circle
 * @returns {Segment}
 */
function lineFrom(symbol, distance, turn) {
  const [middle, angle] = [centreOf(symbol), 2 * Math.PI * turn]
  return [middle, {
    x: middle.x + distance * Math.cos(angle),
    y: middle.y + distance * Math.sin(angle),
  }]
}

/**
 * Return the places of a label whose side, or whose upper or lower edge, a line meets.
 *
 * @param {Segment} line
 * @param {Size} size
 * @param {number[]} parts of the side, from its beginning to where the line meets it
 */
function atLineEnd(line, { height, width }, parts) {
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
