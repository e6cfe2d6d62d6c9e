import { PointGrid } from './point-grid.js'
import { FARTHEST } from './points.js'

/** @import { Box, Point, Size, SymbolBlock } from '../types.d.ts' */

/**
 * A block, and where it was when what is near it was last looked for.
 *
 * @typedef {{ height: number, mass: number, seen: Point, width: number, x: number, y: number }} MovingBlock
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
  const places = blocks.map(({ height, home, members, width }, i) => ({
    height,
    mass: members.length,
    seen: { x: NaN, y: NaN },
    width,
    x: home.x + i * 1e-4,
    y: home.y,
  }))
  /** @type {MovingBlock[]} two by two */
  let near = []
  for (let round = 0, left = 0; round < rounds; round += 1, left -= 1) {
    if (left <= 0) {
      yield
      if (haveMoved(places, size / 2)) near = neighbours(places, 3 * size)
      left = ROUNDS_PER_SEARCH
    }
    if (round < rounds / 5) places.forEach((place, i) => attract(place, blocks[i].home))
    let touching = false
    for (let i = 0; i < near.length; i += 2) touching = separate(near[i], near[i + 1]) || touching
    if (frame) { for (const place of places) hold(place, frame) }
    if (!touching && left === ROUNDS_PER_SEARCH) break
    if (!touching) left = 0
  }
  return places.map(({ x, y }) => ({ x, y }))
}

/**
 * Whether a block has moved so far that what was found to be near is no longer all that may be.
 *
 * @param {MovingBlock[]} places
 * @param {number} far
 */
function haveMoved(places, far) {
  return !places.every(({ seen, x, y }) =>
    Math.abs(x - seen.x) <= far && Math.abs(y - seen.y) <= far
  )
}

/**
 * Return the pairs that may come to overlap within some rounds, in the order of the list, one after the
 * other.
 *
 * @param {MovingBlock[]} places
 * @param {number} reach
 */
function neighbours(places, reach) {
  const widest = places.reduce((most, { height, width }) => Math.max(most, height, width), 0)
  const grid = new PointGrid(places, reach + widest)
  /** @type {MovingBlock[]} */
  const pairs = []
  places.forEach((a, i) => {
    a.seen = { x: a.x, y: a.y }
    const around = grid.near(a, reach + (a.width + widest) / 2, reach + (a.height + widest) / 2)
    for (const j of around.filter((one) => one > i).sort((one, other) => one - other)) {
      const b = places[j]
      if (Math.abs(a.x - b.x) >= reach + (a.width + b.width) / 2) continue
      if (Math.abs(a.y - b.y) < reach + (a.height + b.height) / 2) pairs.push(a, b)
    }
  })
  return pairs
}

/**
 * Draw a block a little back to where it belongs, so that no push carries it further than needed.
 *
 * @param {Point} place
 * @param {Point} home
 */
function attract(place, home) {
  place.x += (home.x - place.x) * 0.01
  place.y += (home.y - place.y) * 0.01
}

/**
 * Push two overlapping blocks apart along the shorter way, the lighter one further; return whether they
 * did overlap.
 *
 * @param {MovingBlock} a
 * @param {MovingBlock} b
 */
function separate(a, b) {
  const dx = b.x - a.x
  const overX = (a.width + b.width) / 2 - Math.abs(dx)
  if (overX <= 0.01) return false
  const dy = b.y - a.y
  const overY = (a.height + b.height) / 2 - Math.abs(dy)
  if (overY <= 0.01) return false
  const alongX = overX <= overY + 1
  const over = alongX ? overX : overY
  const step = ((alongX ? dx : dy) < 0 ? -1 : 1) * (over / 2 + 0.01)
  const axis = alongX ? 'x' : 'y'
  a[axis] -= step * shareOf(b, a)
  b[axis] += step * shareOf(a, b)
  return true
}

/**
 * Return how far the second of two is moved: once the step where both weigh the same, twice where it
 * weighs nothing.
 *
 * @param {MovingBlock} one
 * @param {MovingBlock} other
 */
function shareOf(one, other) {
  return (2 * one.mass) / (one.mass + other.mass)
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
