import { boundsOf, centreOf, overlap } from './boxes.js'
import { cross, crossesBox } from './segments.js'

/** @import { Arc, Box, Point, Run, Segment } from '../types.d.ts' */

/**
 * An area that a point may be in.
 *
 * @typedef {{ box: Box, runs: Run[] }} Extent
 */

/**
 * Return the box around the arcs of an area.
 *
 * @param {Arc[]} arcs
 * @param {Run[]} runs
 * @returns {Box}
 */
export function boundingBox(arcs, runs) {
  const min = { x: Infinity, y: Infinity }
  const max = { x: -Infinity, y: -Infinity }
  for (const index of runs.flat()) {
    const arc = arcs[index < 0 ? ~index : index]
    for (let i = 0; i < arc.length; i += 2) {
      min.x = Math.min(min.x, arc[i])
      min.y = Math.min(min.y, arc[i + 1])
      max.x = Math.max(max.x, arc[i])
      max.y = Math.max(max.y, arc[i + 1])
    }
  }
  return { min, max }
}

/**
 * Return whether a point is in an area: a ray from it crosses the outlines an odd number of times.
 *
 * @param {Point} point
 * @param {Arc[]} arcs
 * @param {Extent} area
 */
export function isInArea({ x, y }, arcs, { box, runs }) {
  if (x < box.min.x || x > box.max.x || y < box.min.y || y > box.max.y) return false
  let crossings = 0
  for (const index of runs.flat()) {
    crossings += countCrossings(x, y, arcs[index < 0 ? ~index : index])
  }
  return crossings % 2 === 1
}

/**
 * Whether a box touches an area.
 *
 * @param {Box} box
 * @param {Arc[]} arcs
 * @param {Extent} area
 */
export function touchesBox(box, arcs, area) {
  return overlap(box, area.box) && (isInArea(centreOf(box), arcs, area) ||
    meetsOutline(box, arcs, area, (side) => crossesBox(side, box)))
}

/**
 * Whether a line touches an area.
 *
 * @param {Segment} line
 * @param {Arc[]} arcs
 * @param {Extent} area
 */
export function touchesLine(line, arcs, area) {
  const around = boundsOf(line)
  return overlap(around, area.box) && (isInArea(line[0], arcs, area) ||
    meetsOutline(around, arcs, area, (side) => cross(side, line)))
}

/**
 * Whether a side of the outline of an area that reaches into a box passes a test.
 *
 * @param {Box} box
 * @param {Arc[]} arcs
 * @param {Extent} area
 * @param {(side: Segment) => boolean} test
 */
function meetsOutline({ max, min }, arcs, { runs }, test) {
  return runs.flat().some((index) => {
    const arc = arcs[index < 0 ? ~index : index]
    for (let i = 2; i < arc.length; i += 2) {
      const [fromX, fromY, toX, toY] = [arc[i - 2], arc[i - 1], arc[i], arc[i + 1]]
      const isBeside = Math.max(fromX, toX) < min.x || Math.min(fromX, toX) > max.x ||
        Math.max(fromY, toY) < min.y || Math.min(fromY, toY) > max.y
      if (!isBeside && test([{ x: fromX, y: fromY }, { x: toX, y: toY }])) return true
    }
    return false
  })
}

/**
 * Count how often a ray to the right crosses an arc; the way that it is run through does not matter.
 *
 * @param {number} x
 * @param {number} y
 * @param {Arc} arc
 */
function countCrossings(x, y, arc) {
  let crossings = 0
  for (let i = 2; i < arc.length; i += 2) {
    const [fromX, fromY, toX, toY] = [arc[i - 2], arc[i - 1], arc[i], arc[i + 1]]
    if (fromY > y === toY > y) continue
    if (x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) crossings += 1
  }
  return crossings
}
