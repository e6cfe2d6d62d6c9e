/** Levels of detail, and which area a point lies in. */
import assert from 'node:assert/strict'
import { simplifyArcs } from '../../mapping/web/js/pure/detail.js'
import { boundingBox, isInArea } from '../../mapping/web/js/pure/hit-test.js'

/** @param {number[]} numbers */
const arc = (...numbers) => Int32Array.from(numbers)

/**
 * @param {number} distance
 * @param {number[]} numbers
 */
const simple = (distance, ...numbers) => [...simplifyArcs([arc(...numbers)], distance)[0]]

Deno.test('what lies close to the line through the other points is left out, the ends stay', () => {
  const zigzag = [0, 0, 10, 1, 20, -1, 30, 1, 40, 0, 40, 30, 41, 40, 80, 40]
  assert.deepEqual(simple(3, ...zigzag), [0, 0, 40, 0, 41, 40, 80, 40])
  assert.deepEqual(simple(0.5, ...zigzag), zigzag)
})

Deno.test('a spit stays, though it leads there and back on one line', () => {
  const spit = [0, 0, 10, 0, 90, 0, 20, 1, 20, 50, 70, 50]
  assert.deepEqual(simple(3, ...spit), [0, 0, 90, 0, 20, 1, 20, 50, 70, 50])
})

Deno.test('no point that is left out is further than the distance from what is drawn', () => {
  let seed = 7
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  for (let round = 0; round < 50; round += 1) {
    const numbers = Array.from({ length: 120 }, () => Math.round(random() * 60))
    const drawn = simple(5, ...numbers)
    for (let i = 0; i < numbers.length; i += 2) {
      assert.ok(distanceFrom(numbers[i], numbers[i + 1], drawn) <= 5.001, `${numbers}`)
    }
  }
})

/**
 * @param {number} x
 * @param {number} y
 * @param {number[]} line
 */
function distanceFrom(x, y, line) {
  const found = [Infinity]
  for (let i = 2; i < line.length; i += 2) {
    const [right, down] = [line[i] - line[i - 2], line[i + 1] - line[i - 1]]
    const [alongX, alongY] = [x - line[i - 2], y - line[i - 1]]
    const part = (alongX * right + alongY * down) / (right ** 2 + down ** 2 || 1)
    const held = Math.max(0, Math.min(1, part))
    found.push(Math.hypot(alongX - held * right, alongY - held * down))
  }
  return Math.min(...found)
}

Deno.test('a small island stays an area', () => {
  const island = [0, 0, 1, 0, 2, 1, 1, 2, 0, 1, 0, 0]
  assert.deepEqual(simple(50, ...island), [0, 0, 2, 1, 1, 2, 0, 0])
  assert.deepEqual(simple(50, 0, 0, 1, 0, 1, 1, 0, 0), [0, 0, 1, 0, 1, 1, 0, 0])
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
