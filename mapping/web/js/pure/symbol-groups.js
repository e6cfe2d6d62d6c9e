/** Where symbols become one because there is no room for each. */
import { PointGrid } from './point-grid.js'
import { apartBy, centralOf, FARTHEST } from './points.js'
import { memberPoints } from './symbol-blocks.js'

/** @import { PlacedBlock, Point, SymbolBlock, SymbolSizes } from '../types.d.ts' */

/** How far around it a group takes up others, in widths of a symbol. */
const GATHERED = 2
/** So many within reach of one find no room, whatever is around them. */
const CERTAIN = 24

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
  /** @param {Point} middle */
  const free = (middle) => grid.within(middle, reach).filter((number) => !taken[number])
  /** @type {number[][]} */
  const groups = []
  for (const numbers of byCell(points, reach)) {
    yield
    for (const number of numbers) {
      if (taken[number]) continue
      const crowd = free(points[number])
      if (crowd.length < CERTAIN) continue
      // Around the middle of these, where the circle will stand.
      const members = [...new Set([...crowd, ...free(points[centralOf(points, crowd)])])]
      for (const one of members) taken[one] = 1
      groups.push(members)
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
 * Let crowded blocks become groups: the most crowded with what is around it, and those near it wait for the
 * room that it gives; a block that has no room even where it stands, or none at the edge of the world, by itself.
 *
 * @param {Point[]} points
 * @param {SymbolBlock[]} blocks
 * @param {number[]} crowded numbers of those that have no room
 * @param {SymbolSizes} sizes
 * @param {PointGrid} [known] of the blocks, if there is one
 * @returns {SymbolBlock[]} the same where none can become one
 */
export function groupCrowded(points, blocks, crowded, sizes, known) {
  if (!crowded.length) return blocks
  const reach = GATHERED * sizes.symbol
  const grid = known ?? new PointGrid(blocks.map(({ home }) => home), reach)
  /** @param {number} number */
  const around = (number) => grid.within(blocks[number].home, reach)
  const counts = new Map()
  /** @param {number} number */
  const density = (number) => {
    const found = counts.get(number) ??
      around(number).reduce((sum, other) => sum + blocks[other].members.length, 0)
    counts.set(number, found)
    return found
  }
  /**
   * @param {number} a
   * @param {number} b
   */
  const denser = (a, b) => density(b) - density(a) || a - b
  /** @param {number} number */
  const nearest = (number) => {
    const { home } = blocks[number]
    return grid.within(home, 3 * reach)
      .sort((a, b) => apartBy(blocks[a].home, home) - apartBy(blocks[b].home, home) || a - b)
  }
  const [taken, waiting] = [new Set(), new Set()]
  /** @type {SymbolBlock[]} */
  const groups = []
  for (const number of [...crowded].sort(denser)) {
    if (taken.has(number) || waiting.has(number)) continue
    const isTooWide = isFarOff(points, { block: blocks[number], middle: blocks[number].home })
    const heart = isTooWide ? number : around(number).sort(denser)[0]
    const close = around(heart).filter((one) => !taken.has(one))
    const others = close.length > 1 ? close : nearest(heart).filter((one) => !taken.has(one))
    const found = isTooWide ? [number] : others.slice(0, close.length > 1 ? undefined : 2)
    if (found.length < 2 && (blocks[number].group || blocks[number].members.length < 2)) continue
    groups.push(groupOf(points, found.flatMap((one) => blocks[one].members), sizes))
    for (const one of found) taken.add(one)
    for (const one of grid.within(blocks[heart].home, 3 * reach)) waiting.add(one)
  }
  if (!groups.length) return blocks
  return [...blocks.filter((_, number) => !taken.has(number)), ...groups]
    .sort((a, b) => a.order - b.order)
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
function isFarOff(points, { block, middle }) {
  if (block.group) return apartBy(middle, block.home) > FARTHEST
  return memberPoints(block, middle)
    .some((at, k) => apartBy(at, points[block.members[k]]) > FARTHEST)
}

/**
 * Return the numbers of points by the cells of a grid, the fullest cell first.
 *
 * @param {Point[]} points
 * @param {number} side of a cell
 */
function byCell(points, side) {
  const cells = Map.groupBy(
    points.keys(),
    (number) => `${Math.floor(points[number].x / side)} ${Math.floor(points[number].y / side)}`,
  )
  return [...cells.values()].sort((a, b) => b.length - a.length || a[0] - b[0])
}
