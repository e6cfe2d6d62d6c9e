/** Where symbols become one because there is no room for each. */
import { PointGrid } from './point-grid.js'
import { apartBy, centralOf, FARTHEST } from './points.js'
import { memberPoints } from './symbol-blocks.js'

/** @import { PlacedBlock, Point, SymbolBlock, SymbolSizes } from '../types.d.ts' */

/** How far around it a group takes up others, in widths of a symbol. */
export const GATHERED = 2
/** So many within reach of one find no room, whatever is around them. */
const CERTAIN = 24
/** How far the number of a cell is from that of the one beside it, and from those of all around it and its own. */
const COLUMN = 2 ** 26
const BESIDE = [-COLUMN, 0, COLUMN].flatMap((step) => [step - 1, step, step + 1])

/** The least width of a circle, in pixels: a target for a finger. */
const LEAST = 24
/** What of its width is its ring, on both sides. */
export const RINGS = 10

/**
 * Return how wide the circle of a group is: as its number needs, and no smaller than a target for a finger.
 *
 * @param {number} count
 * @param {number} figures how many times their usual size its figures have
 */
function groupWidth(count, figures) {
  const digits = String(count).length
  const number = digits > 1 ? 6 * digits + 2 + (digits > 3 ? 3 : 0) : 10
  return Math.max(LEAST, Math.round(RINGS + number * figures))
}

/**
 * Return groups of points that lie so close together that nothing need be tried: the most crowded first,
 * each with all around it.
 *
 * @param {Point[]} points
 * @param {number} size of a symbol
 * @returns {Generator<void, number[][]>} their numbers, found in steps
 */
export function* certainGroups(points, size) {
  const reach = GATHERED * size
  const grid = new PointGrid(points, reach)
  const taken = new Uint8Array(points.length)
  /** @param {number} number */
  const cellOf = (number) => cellAt(points[number], reach)
  const cells = Map.groupBy(points.keys(), cellOf)
  const left = new Map([...cells].map(([cell, { length }]) => [cell, length]))
  /** @param {number} cell */
  const leftAround = (cell) => BESIDE.reduce((sum, step) => sum + (left.get(cell + step) ?? 0), 0)
  /** @param {Point} middle */
  const free = (middle) => grid.within(middle, reach).filter((number) => !taken[number])
  /** @type {number[][]} */
  const groups = []
  for (const [cell, numbers] of fullestFirst(cells, (one) => leftAround(one) >= CERTAIN)) {
    yield
    let around = leftAround(cell)
    for (const number of numbers) {
      if (around < CERTAIN) break
      if (taken[number]) continue
      const crowd = free(points[number])
      if (crowd.length < CERTAIN) continue
      // Around the middle of these, where the circle will stand.
      const members = [...new Set([...crowd, ...free(points[centralOf(points, crowd)])])]
      for (const one of members) {
        taken[one] = 1
        left.set(cellOf(one), (left.get(cellOf(one)) ?? 0) - 1)
      }
      groups.push(members)
      around = leftAround(cell)
    }
  }
  return groups
}

/**
 * Return the numbers of the blocks that were moved too far.
 *
 * @param {Point[]} points
 * @param {PlacedBlock[]} placed
 */
export function farOff(points, placed) {
  return placed.flatMap((one, number) => isFarOff(points, one) ? [number] : [])
}

/**
 * Make a group, which stands in the place of one of its members.
 *
 * @param {Point[]} points
 * @param {number[]} members
 * @param {Pick<SymbolSizes, 'figures'>} sizes
 * @returns {SymbolBlock}
 */
export function groupOf(points, members, { figures }) {
  const inOrder = members.sort((a, b) => a - b)
  const width = groupWidth(members.length, figures)
  return {
    columns: 1,
    group: true,
    height: width,
    home: points[centralOf(points, inOrder)],
    members: inOrder,
    order: inOrder[0],
    width,
  }
}

/**
 * Whether a member of a block is too far from its place.
 *
 * @param {Point[]} points
 * @param {PlacedBlock} placed
 */
export function isFarOff(points, { block, middle }) {
  if (block.group) return apartBy(middle, block.home) > FARTHEST
  if (block.members.length === 1) return apartBy(middle, points[block.members[0]]) > FARTHEST
  return memberPoints(block, middle)
    .some((at, k) => apartBy(at, points[block.members[k]]) > FARTHEST)
}

/**
 * Return the cell of a grid that a point is in.
 *
 * @param {Point} point
 * @param {number} side of a cell
 */
function cellAt({ x, y }, side) {
  return Math.floor(x / side) * COLUMN + Math.floor(y / side)
}

/**
 * @param {Map<number, number[]>} cells what is in each
 * @param {(cell: number) => boolean} isWanted
 */
function fullestFirst(cells, isWanted) {
  return [...cells].filter((one) => isWanted(one[0]))
    .sort((a, b) => b[1].length - a[1].length || a[1][0] - b[1][0])
}
