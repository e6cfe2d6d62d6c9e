/** Whether names and lines touch an area. */
import assert from 'node:assert/strict'
import { boundingBox, touchesBox, touchesLine } from '../../mapping/web/js/pure/hit-test.js'

/** @import { Box, Segment } from '../../mapping/web/js/types.d.ts' */

// A square from 0 to 10 with a bay: its right side goes in to 5 between 4 and 6.
const ARCS = [[0, 0, 10, 0, 10, 4, 5, 4, 5, 6, 10, 6, 10, 10, 0, 10, 0, 0]].map((arc) =>
  Int32Array.from(arc)
)
const RUNS = [[0]]
const AREA = { box: boundingBox(ARCS, RUNS), runs: RUNS }

/**
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @returns {Box}
 */
function square(x, y, size) {
  return { min: { x, y }, max: { x: x + size, y: y + size } }
}

/**
 * @param {number[]} ends
 * @returns {Segment}
 */
function line([fromX, fromY, toX, toY]) {
  return [{ x: fromX, y: fromY }, { x: toX, y: toY }]
}

Deno.test('a box touches an area within it, around it and at a corner, and not in its bay', () => {
  for (const box of [square(1, 1, 1), square(-5, -5, 30), square(9, 9, 5)]) {
    assert.ok(touchesBox(box, ARCS, AREA))
  }
  for (const box of [square(11, 2, 3), square(7, 4.5, 1)]) {
    assert.ok(!touchesBox(box, ARCS, AREA))
  }
})

Deno.test('a line touches an area that it begins in or cuts a corner of, and not in its bay', () => {
  for (const ends of [[1, 1, 2, 2], [-1, 5, 20, 5.5], [-1, 0.8, 1, -0.2], [6, 5, 6, 7]]) {
    assert.ok(touchesLine(line(ends), ARCS, AREA))
  }
  for (const ends of [[9.5, -1, 12, 1], [6, 5, 20, 5]]) {
    assert.ok(!touchesLine(line(ends), ARCS, AREA))
  }
})
