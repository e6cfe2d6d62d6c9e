/** @import { Arc, Box, Point, Run, Size } from '../types.d.ts' */

/**
 * Rows across an area: where each lies inside, as left and right in turn.
 *
 * @typedef {{ rows: number[][], step: number, top: number }} AreaRows
 */

/**
 * Return rows across a frame, and what of them is within an area, in the units of the arcs.
 *
 * @param {Arc[]} arcs
 * @param {Run[]} runs of the area
 * @param {Box} frame
 * @param {number} step from row to row
 * @returns {AreaRows}
 */
export function crossArea(arcs, runs, { min, max }, step) {
  const count = Math.max(0, Math.floor((max.y - min.y) / step))
  // Off the whole units, rows meet no point of an arc.
  const top = Math.floor(min.y) + 0.5
  /** @type {number[][]} */
  const rows = Array.from({ length: count }, () => [])
  for (const index of runs.flat()) {
    const arc = arcs[index < 0 ? ~index : index]
    for (let i = 2; i < arc.length; i += 2) {
      const [fromX, fromY, toX, toY] = [arc[i - 2], arc[i - 1], arc[i], arc[i + 1]]
      const first = Math.max(0, Math.ceil((Math.min(fromY, toY) - top) / step))
      const last = Math.min(count - 1, Math.floor((Math.max(fromY, toY) - top) / step))
      for (let row = first; row <= last; row += 1) {
        rows[row].push(fromX + ((top + row * step - fromY) / (toY - fromY)) * (toX - fromX))
      }
    }
  }
  const view = [min.x, max.x]
  return { rows: rows.map((row) => common(row.sort((a, b) => a - b), view)), step, top }
}

/**
 * Return the middle of what rows show of an area, which may lie outside; nothing where they show none.
 *
 * @param {AreaRows} area
 * @returns {Point | undefined}
 */
export function middleOf({ rows, step, top }) {
  let [sumX, sumY, weight] = [0, 0, 0]
  rows.forEach((row, number) => {
    for (const [left, right] of pairs(row)) {
      sumX += (right - left) * (left + right) / 2
      sumY += (right - left) * (top + number * step)
      weight += right - left
    }
  })
  return weight ? { x: sumX / weight, y: sumY / weight } : undefined
}

/**
 * Return where the middle of a name may be so that all of it lies within the area, the nearest to a
 * point first.
 *
 * @param {AreaRows} area
 * @param {Size} size of the name
 * @param {Point} near
 * @returns {Point[]}
 */
export function findRooms({ rows, step, top }, { height, width }, near) {
  const reach = Math.ceil(height / 2 / step)
  /** @type {Point[]} */
  const found = []
  for (let row = reach; row < rows.length - reach; row += 1) {
    const spans = rows.slice(row - reach, row + reach + 1).reduce(common)
    for (let i = 1; i < spans.length; i += 2) {
      const [least, most] = [spans[i - 1] + width / 2, spans[i] - width / 2]
      if (least > most) continue
      const best = Math.min(Math.max(near.x, least), most)
      const y = top + row * step
      found.push(...[best, (least + most) / 2, least, most].map((x) => ({ x, y })))
    }
  }
  return found.sort((a, b) => distance(a, near) - distance(b, near))
}

/**
 * Return the middle of each part of each row: points within the area.
 *
 * @param {AreaRows} area
 * @returns {Point[]}
 */
export function rowMiddles({ rows, step, top }) {
  return rows.flatMap((row, number) =>
    pairs(row).map(([left, right]) => ({ x: (left + right) / 2, y: top + number * step }))
  )
}

/**
 * Return what two rows have in common.
 *
 * @param {number[]} one
 * @param {number[]} other
 */
function common(one, other) {
  /** @type {number[]} */
  const found = []
  let [i, k] = [1, 1]
  while (i < one.length && k < other.length) {
    const [left, right] = [Math.max(one[i - 1], other[k - 1]), Math.min(one[i], other[k])]
    if (left < right) found.push(left, right)
    if (one[i] < other[k]) i += 2
    else k += 2
  }
  return found
}

/**
 * @param {number[]} row
 * @returns {[number, number][]}
 */
function pairs(row) {
  return Array.from({ length: row.length >> 1 }, (_, i) => [row[2 * i], row[2 * i + 1]])
}

/**
 * @param {Point} one
 * @param {Point} other
 */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
