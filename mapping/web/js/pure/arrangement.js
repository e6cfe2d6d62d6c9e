/** Where symbols stand: in their places, moved apart, or as one where there is no room for each. */
import { centredBox, contains } from './boxes.js'
import { Crowding } from './crowding.js'
import { displace } from './displacement.js'
import { DisjointSets } from './disjoint-sets.js'
import { PointGrid } from './point-grid.js'
import { finish } from './steps.js'
import { gatherBlocks } from './symbol-blocks.js'
import { certainGroups, farOff, groupOf } from './symbol-groups.js'

/** @import { Box, PlacedBlock, Point, SymbolBlock, SymbolSizes } from '../types.d.ts' */

/** Up to so many, all are moved apart together; more, clump by clump. */
const FEW = 150
/** How close blocks are moved apart together, in pixels: those that touch soon will. */
const CLOSE = 4
/** How far they may overlap all the same. */
const TOUCH = 0.1
/** Rounds in which a clump is moved apart: it is small, and there may be many. */
const CLUMP_ROUNDS = 100

/**
 * Arrange symbols so that none is far from its place: those that find room are moved apart, the others
 * become groups. Nothing counts but the points: a part of the world looks the same whatever else is in view.
 *
 * @param {Point[]} points
 * @param {SymbolSizes} sizes
 * @param {Box} [frame]
 * @returns {PlacedBlock[]}
 */
export function arrangeSymbols(points, sizes, frame) {
  return finish(arrangeInSteps(points, sizes, frame))
}

/**
 * Arrange symbols, many of them in steps.
 *
 * @param {Point[]} points
 * @param {SymbolSizes} sizes
 * @param {Box} [frame]
 * @returns {Generator<void, PlacedBlock[]>}
 */
export function* arrangeInSteps(points, sizes, frame) {
  const { symbol } = sizes
  if (points.length <= FEW) {
    const blocks = gatherBlocks(points, symbol)
    yield
    return yield* settle(points, blocks, sizes, frame)
  }
  const groups = yield* certainGroups(points, symbol)
  const taken = new Set(groups.flat())
  const alone = points.map((_, number) => number).filter((number) => !taken.has(number))
  yield
  const crowding = new Crowding(points, sizes, [
    ...groups.map((members) => groupOf(points, members, sizes)),
    ...gatherBlocks(points, symbol, alone),
  ])
  // As long as there are too many in a place to find room.
  do yield
  while (crowding.group(crowding.crowded))
  return yield* settleApart(points, crowding.blocks, sizes, frame)
}

/**
 * Move blocks apart; as long as some are moved too far, let the most crowded become groups.
 *
 * @param {Point[]} points
 * @param {SymbolBlock[]} blocks
 * @param {SymbolSizes} sizes
 * @param {Box} [frame]
 * @param {number} [rounds]
 * @returns {Generator<void, PlacedBlock[]>}
 */
function* settle(points, blocks, sizes, frame, rounds) {
  const middles = yield* displace(blocks, sizes.symbol, frame, rounds)
  const placed = middles.map((middle, i) => ({ block: blocks[i], middle }))
  const far = farOff(points, placed)
  if (!far.length) return placed
  const crowding = new Crowding(points, sizes, blocks)
  return crowding.group(far) ? yield* settle(points, crowding.blocks, sizes, frame, rounds) : placed
}

/**
 * Settle clumps of blocks that do not meet each by itself, and those that come to meet as one. A single
 * one stays where it is, unless that is not within the frame.
 *
 * @param {Point[]} points
 * @param {SymbolBlock[]} blocks
 * @param {SymbolSizes} sizes
 * @param {Box} [frame]
 * @returns {Generator<void, PlacedBlock[]>}
 */
function* settleApart(points, blocks, sizes, frame) {
  /** @type {PlacedBlock[][]} */
  let clumps = []
  for (const block of blocks) {
    const stays = isSingle(block) && (!frame || contains(frame, centredBox(block.home, block)))
    clumps.push(
      stays
        ? [{ block, middle: block.home }]
        : yield* settle(points, [block], sizes, frame, CLUMP_ROUNDS),
    )
  }
  let moved = new Set(clumps)
  for (let margin = CLOSE; moved.size; margin = -TOUCH) {
    yield
    const joint = joinMeeting(clumps, moved, margin)
    moved = new Set()
    clumps = []
    for (const together of joint) {
      if (together.length === 1) {
        clumps.push(together[0])
        continue
      }
      const all = together.flat().map(({ block }) => block).sort((a, b) => a.order - b.order)
      const settled = yield* settle(points, all, sizes, frame, CLUMP_ROUNDS)
      moved.add(settled)
      clumps.push(settled)
    }
  }
  return clumps.flat()
}

/**
 * Whether a block is one symbol or circle, which needs no more room than it has.
 *
 * @param {SymbolBlock} block
 */
function isSingle({ group, members }) {
  return group || members.length === 1
}

/**
 * Return the clumps, those together that meet.
 *
 * @param {PlacedBlock[][]} clumps
 * @param {Set<PlacedBlock[]>} moved those that may have come to meet others
 * @param {number} margin how close they meet
 */
function joinMeeting(clumps, moved, margin) {
  const placed = clumps.flat()
  const owners = clumps.flatMap((clump, owner) => clump.map(() => owner))
  const widest = placed.reduce((most, { block }) => Math.max(most, block.width, block.height), 0)
  const grid = new PointGrid(placed.map(({ middle }) => middle), widest + CLOSE)
  const sets = new DisjointSets(clumps.length)
  placed.forEach(({ block, middle }, number) => {
    if (!moved.has(clumps[owners[number]])) return
    const [wide, high] = [block.width, block.height].map((one) => (one + widest) / 2 + margin)
    for (const other of grid.near(middle, wide, high)) {
      const { block: its, middle: there } = placed[other]
      const meet = Math.abs(there.x - middle.x) < (block.width + its.width) / 2 + margin &&
        Math.abs(there.y - middle.y) < (block.height + its.height) / 2 + margin
      if (meet) sets.join(owners[number], owners[other])
    }
  })
  return sets.groups().map((numbers) => numbers.map((number) => clumps[number]))
}
