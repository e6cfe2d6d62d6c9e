/** Where symbols stand: none far from its place, none lost; where there is no room they are one circle. */
import assert from 'node:assert/strict'
import { arrangeSymbols } from '../../mapping/web/js/pure/arrangement.js'
import { Crowding } from '../../mapping/web/js/pure/crowding.js'
import { PointGrid } from '../../mapping/web/js/pure/point-grid.js'
import { ringShares } from '../../mapping/web/js/pure/ring.js'
import { gatherBlocks, memberPoints } from '../../mapping/web/js/pure/symbol-blocks.js'

/** @import { PlacedBlock, Point } from '../../mapping/web/js/types.d.ts' */

const SIZES = { figures: 1, symbol: 18 }
/** The most that a symbol may stand from its place, in pixels. */
const FARTHEST = 26

/** A list of points that is the same at every run: a linear congruential generator. */
function scattered(count = 0, width = 1200, height = 600, seed = 1) {
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
  return Array.from({ length: count }, () => ({ x: width * next(), y: height * next() }))
}

/** @param {PlacedBlock[]} placed */
function membersOf(placed) {
  return placed.flatMap(({ block }) => block.members).sort((a, b) => a - b)
}

/**
 * Return how far from its place the farthest of those is that stand by themselves.
 *
 * @param {Point[]} points
 * @param {PlacedBlock[]} placed
 */
function farthest(points, placed) {
  const offs = placed.filter(({ block }) => !block.group).flatMap(({ block, middle }) =>
    memberPoints(block, middle).map(({ x, y }, k) => {
      const place = points[block.members[k]]
      return Math.hypot(x - place.x, y - place.y)
    })
  )
  return Math.max(0, ...offs)
}

Deno.test('of 8000 none is lost, and none that stands by itself is far from its place', () => {
  const points = scattered(8000)
  const placed = arrangeSymbols(points, SIZES)
  assert.deepEqual(membersOf(placed), points.map((_, number) => number))
  assert.ok(farthest(points, placed) <= FARTHEST)
  assert.deepEqual(placed, arrangeSymbols(points, SIZES))
})

Deno.test('where all find room there is no circle', () => {
  const points = scattered(2000, 20_000, 10_000)
  assert.deepEqual(arrangeSymbols(points, SIZES).filter(({ block }) => block.group), [])
})

Deno.test('so many in one place that no block holds them are one circle there', () => {
  const [one, ...others] = arrangeSymbols(Array(30).fill({ x: 300, y: 200 }), SIZES)
  assert.deepEqual(others, [])
  assert.equal(one.block.group, true)
  assert.equal(one.block.members.length, 30)
  assert.deepEqual(one.middle.y, 200)
})

Deno.test('a circle stands in the place of one of those that it holds, or no farther off than a symbol', () => {
  const points = scattered(5000)
  for (const { block, middle } of arrangeSymbols(points, SIZES)) {
    if (!block.group) continue
    const offs = block.members.map((one) =>
      Math.hypot(points[one].x - middle.x, points[one].y - middle.y)
    )
    assert.ok(Math.min(...offs) <= FARTHEST)
  }
})

Deno.test('a part of the world looks the same whatever else of it is arranged', () => {
  const points = scattered(6000, 12_000, 600)
  /** @param {PlacedBlock[]} placed @param {Point[]} of */
  const inMiddle = (placed, of) =>
    placed.filter(({ middle: { x } }) => x > 5000 && x < 6200)
      .map(({ block, middle }) => ({ middle, of: block.members.map((one) => of[one].x).sort() }))
      .sort((a, b) => a.of[0] - b.of[0])
  const near = points.filter(({ x }) => x > 4488 && x < 6712)
  const [some, all] = [near, points].map((of) => inMiddle(arrangeSymbols(of, SIZES), of))
  assert.deepEqual(some.map(({ of }) => of), all.map(({ of }) => of))
  some.forEach(({ middle }, i) => {
    assert.ok(Math.hypot(middle.x - all[i].middle.x, middle.y - all[i].middle.y) < 0.5)
  })
})

Deno.test('a circle is as wide as its number asks, and no narrower than a finger needs', () => {
  const widths = [20, 99, 100, 1000, 10_000].map((count) =>
    arrangeSymbols(Array(count).fill({ x: 0, y: 0 }), SIZES)[0].block.width
  )
  assert.equal(widths[0], 24)
  assert.deepEqual(widths, widths.toSorted((a, b) => a - b))
  assert.ok(widths[4] < 50)
})

Deno.test('a circle grows with its figures: whatever their size, the number is within its ring', () => {
  for (const figures of [1, 1.2, 2, 3]) {
    for (const count of [20, 99, 100, 999, 1000, 28_000]) {
      const sizes = { figures, symbol: 18 }
      const [{ block }] = arrangeSymbols(Array(count).fill({ x: 0, y: 0 }), sizes)
      const signs = String(count).length + (count > 999 ? 0.5 : 0)
      assert.ok(block.width - 10 >= 6 * figures * signs, `${count} ${figures}`)
      assert.ok(block.width <= 24 * figures || block.width - 10 <= 8 * figures * signs)
    }
  }
})

Deno.test('which blocks are crowded is the same, whether all are looked at or what has changed alone', () => {
  const points = scattered(600, 500, 300)
  const crowding = new Crowding(points, SIZES, gatherBlocks(points, SIZES.symbol))
  /** @param {Crowding} of */
  const found = (of) => of.crowded.map((number) => of.known[number].order).sort((a, b) => a - b)
  let rounds = 0
  do {
    assert.deepEqual(found(crowding), found(new Crowding(points, SIZES, crowding.blocks)))
    rounds += 1
  } while (crowding.group(crowding.crowded))
  assert.ok(rounds > 2, `${rounds}`)
})

Deno.test('the shares of a ring go once round, and a single one is whole', () => {
  assert.equal(ringShares([3, 1], 12, 8).length, 2)
  assert.match(ringShares([1, 1], 12, 8)[0], /^M0\.00 -12\.00.*L0\.00 8\.00/)
  assert.match(ringShares([7], 12, 8)[0], /^M0\.00 -12\.00A12 12 0 0 1 0\.00 12\.00A[^L]*ZM[^L]*Z$/)
})

Deno.test('a grid finds all that are near a point, and nothing else', () => {
  const points = scattered(500)
  const grid = new PointGrid(points, 40)
  const middle = { x: 600, y: 300 }
  const expected = points.flatMap(({ x, y }, i) => Math.hypot(x - 600, y - 300) <= 100 ? [i] : [])
  assert.deepEqual(grid.within(middle, 100).sort((a, b) => a - b), expected)
  grid.remove(expected[1])
  assert.equal(grid.add(middle), 500)
  const [first, , ...others] = expected
  assert.deepEqual(grid.within(middle, 100).sort((a, b) => a - b), [first, ...others, 500])
})
