/** Symbols moved apart: none overlaps another, none is carried far, the same at every run. */
import assert from 'node:assert/strict'
import { displace } from '../../mapping/web/js/pure/displacement.js'
import { finish } from '../../mapping/web/js/pure/steps.js'
import { gatherBlocks, memberPoints } from '../../mapping/web/js/pure/symbol-blocks.js'

/** @import { Point } from '../../mapping/web/js/types.d.ts' */

const SIZE = 18
const FRAME = { min: { x: 0, y: 0 }, max: { x: 1200, y: 600 } }

/**
 * @param {Point[]} points
 * @returns {Point[]} where the symbol of each point is shown
 */
function arrange(points) {
  const blocks = gatherBlocks(points, SIZE)
  /** @type {Point[]} */
  const shown = []
  finish(displace(blocks, SIZE, FRAME)).forEach((middle, i) => {
    memberPoints(blocks[i], middle).forEach((point, k) => {
      shown[blocks[i].members[k]] = point
    })
  })
  return shown
}

/** @param {Point[]} points */
function overlapping(points) {
  return points.flatMap((a, i) =>
    points.slice(i + 1).filter((b) =>
      Math.abs(a.x - b.x) < SIZE - 0.1 && Math.abs(a.y - b.y) < SIZE - 0.1
    )
  )
}

/** A list of points that is the same at every run: a linear congruential generator. */
function scattered(count = 0, seed = 1) {
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
  return Array.from({ length: count }, () => ({ x: 100 + 900 * next(), y: 80 + 450 * next() }))
}

Deno.test('symbols that are apart stay where they are, to a pixel', () => {
  const points = [{ x: 100, y: 100 }, { x: 200, y: 100 }, { x: 100, y: 300 }]
  arrange(points).forEach(({ x, y }, i) => {
    assert.ok(Math.abs(x - points[i].x) < 1 && Math.abs(y - points[i].y) < 1)
  })
})

Deno.test('two that coincide end up side by side, in the order of the list', () => {
  const [first, second] = arrange([{ x: 300, y: 300 }, { x: 300, y: 300 }])
  assert.ok(second.x - first.x >= SIZE - 0.1)
  assert.ok(Math.abs(second.y - first.y) < 1)
  assert.ok(Math.abs((first.x + second.x) / 2 - 300) < 1)
})

Deno.test('no symbol covers another, and none leaves the frame', () => {
  for (const seed of [1, 2, 3]) {
    const shown = arrange([...scattered(120, seed), ...Array(12).fill({ x: 600, y: 300 })])
    assert.deepEqual(overlapping(shown), [])
    for (const { x, y } of shown) {
      assert.ok(x >= SIZE / 2 && x <= 1200 - SIZE / 2 && y >= SIZE / 2 && y <= 600 - SIZE / 2)
    }
  }
})

Deno.test('the same points give the same places', () => {
  const points = scattered(80, 7)
  assert.deepEqual(arrange(points), arrange(points))
})

Deno.test('several of one place are a block around it, in rows and columns', () => {
  const shown = arrange(Array(9).fill({ x: 500, y: 200 }))
  assert.deepEqual(new Set(shown.map(({ x }) => Math.round(x))), new Set([482, 500, 518]))
  assert.deepEqual(new Set(shown.map(({ y }) => Math.round(y))), new Set([182, 200, 218]))
})

Deno.test('a block yields less than the one symbol next to it', () => {
  const shown = arrange([...Array(9).fill({ x: 500, y: 200 }), { x: 530, y: 200 }])
  const middle = shown.slice(0, 9).reduce((sum, { x }) => sum + x, 0) / 9
  assert.ok(Math.abs(middle - 500) < Math.abs(shown[9].x - 530))
})

Deno.test('two of one place are no block, and three are', () => {
  assert.equal(gatherBlocks(Array(2).fill({ x: 0, y: 0 }), SIZE).length, 2)
  assert.equal(gatherBlocks(Array(3).fill({ x: 0, y: 0 }), SIZE).length, 1)
})

Deno.test('no symbols need no places', () => {
  assert.deepEqual(arrange([]), [])
})
