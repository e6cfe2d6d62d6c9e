import { PointGrid } from './point-grid.js'
import { FARTHEST } from './points.js'

/** @import { Box, Point, Size, SymbolBlock } from '../types.d.ts' */

/**
 * Blocks that are moved: numbers of each, in arrays of their own, which a browser goes through fast from the
 * first round on.
 *
 * @typedef {object} MovingBlocks
 * @property {Float64Array} homeX where they belong
 * @property {Float64Array} homeY
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {Float64Array} halfWidths
 * @property {Float64Array} halfHeights
 * @property {Float64Array} masses how many symbols each has
 */

/** Rounds in which no two places come together that were far apart. */
const ROUNDS_PER_SEARCH = 10

/**
 * Move blocks of symbols apart, in steps, until none overlaps another and all are within a frame; return the
 * middle of each. A block yields the less the more symbols it has, so that few are moved far.
 *
 * Deterministic: the same blocks give the same places. Symbols that coincide end up side by side, in
 * the order of the list.
 *
 * @param {SymbolBlock[]} blocks
 * @param {number} size of a symbol
 * @param {Box} [frame]
 * @param {number} [rounds]
 * @returns {Generator<void, Point[]>}
 */
export function* displace(blocks, size, frame, rounds = 300) {
  const [homeX, homeY] = [blocks.map(({ home }) => home.x), blocks.map(({ home }) => home.y)]
  const moving = {
    homeX: Float64Array.from(homeX),
    homeY: Float64Array.from(homeY),
    x: Float64Array.from(homeX, (x, i) => x + i * 1e-4),
    y: Float64Array.from(homeY),
    halfWidths: Float64Array.from(blocks, ({ width }) => width / 2),
    halfHeights: Float64Array.from(blocks, ({ height }) => height / 2),
    masses: Float64Array.from(blocks, ({ members }) => members.length),
  }
  const limits = frame && limitsIn(moving, frame)
  /** @type {Point[]} where they were when what is near them was last looked for */
  let seen = []
  /** @type {number[]} two by two */
  let near = []
  for (let round = 0, left = 0; round < rounds; round += 1, left -= 1) {
    if (left <= 0) {
      yield
      if (haveMoved(moving, seen, size / 2)) {
        seen = pointsOf(moving)
        near = neighbours(blocks, seen, 3 * size)
      }
      left = ROUNDS_PER_SEARCH
    }
    if (round < rounds / 5) attract(moving)
    const touching = separate(moving, near)
    if (limits) holdAll(moving, limits)
    if (!touching && left === ROUNDS_PER_SEARCH) break
    if (!touching) left = 0
  }
  return pointsOf(moving)
}

/**
 * @param {MovingBlocks} moving
 * @returns {Point[]}
 */
function pointsOf({ x, y }) {
  return Array.from(x, (across, i) => ({ x: across, y: y[i] }))
}

/**
 * Whether a block has moved so far that what was found to be near is no longer all that may be.
 *
 * @param {MovingBlocks} moving
 * @param {Point[]} seen
 * @param {number} far
 */
function haveMoved({ x, y }, seen, far) {
  return !seen.length ||
    seen.some((at, i) => Math.abs(x[i] - at.x) > far || Math.abs(y[i] - at.y) > far)
}

/**
 * Return the pairs that may come to overlap within some rounds, in the order of the list, one after the
 * other.
 *
 * @param {SymbolBlock[]} blocks
 * @param {Point[]} places
 * @param {number} reach
 */
function neighbours(blocks, places, reach) {
  const widest = blocks.reduce((most, { height, width }) => Math.max(most, height, width), 0)
  const grid = new PointGrid(places, reach + widest)
  /** @type {number[]} */
  const pairs = []
  blocks.forEach(({ height, width }, i) => {
    const { x, y } = places[i]
    const around = grid.near(places[i], reach + (width + widest) / 2, reach + (height + widest) / 2)
    for (const j of around.filter((one) => one > i).sort((one, other) => one - other)) {
      const other = blocks[j]
      if (Math.abs(x - places[j].x) >= reach + (width + other.width) / 2) continue
      if (Math.abs(y - places[j].y) < reach + (height + other.height) / 2) pairs.push(i, j)
    }
  })
  return pairs
}

/**
 * Draw blocks a little back to where they belong, so that no push carries them further than needed.
 *
 * @param {MovingBlocks} moving
 */
function attract({ homeX, homeY, x, y }) {
  for (let i = 0; i < x.length; i += 1) {
    x[i] += (homeX[i] - x[i]) * 0.01
    y[i] += (homeY[i] - y[i]) * 0.01
  }
}

/**
 * Push overlapping blocks of these pairs apart along the shorter way, the lighter one further: both a step where
 * they weigh the same, twice that what weighs nothing. Return whether any did overlap.
 *
 * @param {MovingBlocks} moving
 * @param {number[]} near
 */
function separate({ halfHeights, halfWidths, masses, x, y }, near) {
  let touching = false
  for (let i = 0; i < near.length; i += 2) {
    const a = near[i]
    const b = near[i + 1]
    const dx = x[b] - x[a]
    const overX = halfWidths[a] + halfWidths[b] - Math.abs(dx)
    if (overX <= 0.01) continue
    const dy = y[b] - y[a]
    const overY = halfHeights[a] + halfHeights[b] - Math.abs(dy)
    if (overY <= 0.01) continue
    touching = true
    const alongX = overX <= overY + 1
    const over = alongX ? overX : overY
    const step = ((alongX ? dx : dy) < 0 ? -1 : 1) * (over / 2 + 0.01)
    const axis = alongX ? x : y
    const mass = masses[a] + masses[b]
    axis[a] -= step * ((2 * masses[b]) / mass)
    axis[b] += step * ((2 * masses[a]) / mass)
  }
  return touching
}

/**
 * Return where the middles of blocks must be for these to be wholly in a frame; what is so wide that it would be
 * moved too far may be out of it but for as much.
 *
 * @param {MovingBlocks} moving
 * @param {Box} frame
 */
function limitsIn({ halfHeights, halfWidths }, { max, min }) {
  const wide = halfWidths.map((half) => Math.min(half, FARTHEST))
  const high = halfHeights.map((half) => Math.min(half, FARTHEST))
  return {
    bottom: high.map((half) => max.y - half),
    left: wide.map((half) => min.x + half),
    right: wide.map((half) => max.x - half),
    top: high.map((half) => min.y + half),
  }
}

/**
 * Keep blocks within their limits.
 *
 * @param {MovingBlocks} moving
 * @param {ReturnType<typeof limitsIn>} limits
 */
function holdAll({ x, y }, { bottom, left, right, top }) {
  for (let i = 0; i < x.length; i += 1) {
    if (x[i] > right[i]) x[i] = right[i]
    if (x[i] < left[i]) x[i] = left[i]
    if (y[i] > bottom[i]) y[i] = bottom[i]
    if (y[i] < top[i]) y[i] = top[i]
  }
}

/**
 * Keep what has its place in a frame wholly in it; what is so wide that it would be moved too far, as far
 * as that.
 *
 * @param {Point & Size} place
 * @param {Box} frame
 */
export function hold(place, { min, max }) {
  const halfWidth = Math.min(place.width / 2, FARTHEST)
  const halfHeight = Math.min(place.height / 2, FARTHEST)
  place.x = Math.max(min.x + halfWidth, Math.min(max.x - halfWidth, place.x))
  place.y = Math.max(min.y + halfHeight, Math.min(max.y - halfHeight, place.y))
}
