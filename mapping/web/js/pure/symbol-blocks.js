import { PointGrid } from './point-grid.js'

/** @import { Point, SymbolBlock } from '../types.d.ts' */

/** What makes a crowd: how close together symbols are, in widths of a symbol, and how many they are. */
const CROWDS = [
  { within: 0.1, fewest: 3 }, // of one city
  { within: 0.5, fewest: 8 }, // of cities that this view can hardly distinguish
]

/**
 * Gather symbols into blocks: a crowd is arranged in rows and columns around the middle of its points, any
 * other symbol is a block of its own. Blocks come in the order of the list.
 *
 * @param {Point[]} points
 * @param {number} size of a symbol
 * @returns {SymbolBlock[]}
 */
export function gatherBlocks(points, size, numbers = points.map((_, number) => number)) {
  let alone = numbers
  const crowds = CROWDS.flatMap(({ within, fewest }) => {
    const found = crowdsAmong(points, alone, within * size, fewest)
    const taken = new Set(found.flat())
    alone = alone.filter((number) => !taken.has(number))
    return found
  })
  const blocks = crowds.map((members) => blockOf(points, members, size))
  return [...blocks, ...alone.map((number) => single(points, number, size))]
    .sort((a, b) => a.order - b.order)
}

/**
 * Return where the members of a block are around its middle, row after row.
 *
 * @param {SymbolBlock} block
 * @param {Point} middle
 * @returns {Point[]}
 */
export function memberPoints({ columns, height, members, width }, { x, y }) {
  const size = width / columns
  return members.map((_, number) => {
    const [column, row] = [number % columns, Math.floor(number / columns)]
    return {
      x: x + (column * size - (width - size) / 2),
      y: y + (row * size - (height - size) / 2),
    }
  })
}

/**
 * Find crowds from west to east, each symbol with those close to it.
 *
 * @param {Point[]} points
 * @param {number[]} numbers of those that are in no crowd
 * @param {number} reach
 * @param {number} fewest
 */
function crowdsAmong(points, numbers, reach, fewest) {
  const eastward = [...numbers].sort((a, b) => points[a].x - points[b].x)
  const inOrder = eastward.map((number) => points[number])
  const grid = new PointGrid(inOrder, reach)
  /** @type {number[][]} */
  const crowds = []
  /** @type {Set<number>} */
  const taken = new Set()
  let from = 0 // of those as far west as this one
  for (const [rank, first] of eastward.entries()) {
    const { x } = inOrder[rank]
    if (inOrder[from].x < x) from = rank
    const last = inOrder[from + fewest - 1]
    if (!last || last.x - x > reach || taken.has(first)) continue
    const near = grid.near(points[first], reach)
    if (near.length < fewest) continue
    const crowd = near.map((at) => eastward[at])
      .filter((number) => points[number].x >= points[first].x && !taken.has(number))
    if (crowd.length < fewest) continue
    crowds.push(crowd)
    for (const number of crowd) taken.add(number)
  }
  return crowds
}

/**
 * Make a block of one, put on a pixel.
 *
 * @param {Point[]} points
 * @param {number} number
 * @param {number} size
 * @returns {SymbolBlock}
 */
function single(points, number, size) {
  const { x, y } = points[number]
  const home = { x: Math.round(x), y: Math.round(y) }
  return { columns: 1, height: size, home, members: [number], order: number, width: size }
}

/**
 * Make a block as square as can be, its members in the order of the list, or of their points from north
 * to south and west to east.
 *
 * @param {Point[]} points
 * @param {number[]} members
 * @param {number} size
 */
function blockOf(points, members, size) {
  const inOrder = [...members].sort((a, b) => points[a].y - points[b].y || a - b)
  const columns = Math.ceil(Math.sqrt(members.length))
  const rows = Array.from({ length: Math.ceil(members.length / columns) }, (_, row) => {
    const inRow = inOrder.slice(row * columns, (row + 1) * columns)
    return inRow.sort((a, b) => points[a].x - points[b].x || a - b)
  })
  /** @param {'x' | 'y'} axis */
  const middle = (axis) =>
    members.reduce((sum, member) => sum + points[member][axis], 0) / members.length
  return {
    columns,
    height: rows.length * size,
    home: { x: middle('x'), y: middle('y') }, // not put on a pixel: it needs all the room that there is
    members: rows.flat(),
    order: Math.min(...members),
    width: columns * size,
  }
}
