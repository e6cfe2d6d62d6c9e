/** Levels of detail, and which area a point lies in. */
import assert from 'node:assert/strict'
import { simplifyArcs } from '../../mapping/web/js/pure/detail.js'
import { boundingBox, isInArea } from '../../mapping/web/js/pure/hit-test.js'

/** @param {number[]} numbers */
const arc = (...numbers) => Int32Array.from(numbers)

Deno.test('what lies too close to be told apart is left out, the ends stay', () => {
  const [thin] = simplifyArcs([arc(0, 0, 1, 1, 2, 0, 9, 9, 10, 9, 20, 20, 20, 21)], 5)
  assert.deepEqual([...thin], [0, 0, 9, 9, 20, 20, 20, 21])
})

Deno.test('a small island stays an area', () => {
  const island = arc(0, 0, 1, 0, 1, 1, 0, 1, 0, 0)
  assert.deepEqual(simplifyArcs([island], 50), [island])
})

// A square with a hole; its left side is an arc of its own, run through backwards.
const ARCS = [arc(10, 0, 10, 10, 0, 10), arc(10, 0, 0, 0, 0, 10), arc(4, 4, 6, 4, 6, 6, 4, 6, 4, 4)]
const SQUARE = { runs: [[0, -2], [2]], box: boundingBox(ARCS, [[0, -2], [2]]) }

Deno.test('the box of an area holds all its arcs', () => {
  assert.deepEqual(SQUARE.box, { min: { x: 0, y: 0 }, max: { x: 10, y: 10 } })
})

Deno.test('a point lies in an area, or beside it, or in a hole of it', () => {
  for (const [x, y, inside] of [[1, 1, true], [9, 5, true], [5, 5, false], [11, 5, false]]) {
    assert.equal(isInArea({ x: Number(x), y: Number(y) }, ARCS, SQUARE), inside, `${x} ${y}`)
  }
})
