/** Numbers as text, and the paths that shared arcs become. */
import assert from 'node:assert/strict'
import { decodeNumbers } from '../../mapping/web/js/pure/number-text.js'
import { outerRings } from '../../mapping/web/js/pure/coasts.js'
import { decodeArcs, decodeRuns, pathText } from '../../mapping/web/js/pure/topology.js'

/** @import { Arc, Run } from '../../mapping/web/js/types.d.ts' */

/**
 * Write small numbers: one sign each, the even ones not below zero.
 *
 * @param {number[][]} lists
 */
function encode(lists) {
  const digits = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
    .filter((sign) => !`"&'<>\\`.includes(sign))
  return lists.map((list) =>
    list.map((number) => digits[number < 0 ? ~number * 2 + 1 : number * 2]).join('')
  ).join(' ')
}

/** @param {string} text */
function lists(text) {
  const { ends, numbers } = decodeNumbers(text)
  return ends.map((end, i) => [...numbers.slice(ends[i - 1] ?? 0, end)])
}

Deno.test('numbers are read from text, those of several digits from the least', () => {
  assert.deepEqual(lists('!#$ vw!'), [[0, -1, 1], [-40, 40]])
  assert.deepEqual(lists(encode([[3, -3, 39], [0]])), [[3, -3, 39], [0]])
})

// Two squares side by side: arc 0 is the rest of the left one, 1 what they share, downwards, 2 the right's.
const WALK = [[10, 10, -10, 0, 0, -10, 10, 0], [0, 0, 0, 10], [0, -10, 10, 0, 0, 10, -10, 0]]
const [LEFT, RIGHT] = [[[0, 1]], [[2, -2]]]

Deno.test('arcs are a walk: each begins by a step from where the one before it ended', () => {
  const arcs = decodeArcs({ arcs: encode(WALK) })
  assert.deepEqual(arcs.map((arc) => [...arc]), [
    [10, 10, 0, 10, 0, 0, 10, 0],
    [10, 0, 10, 10],
    [10, 0, 20, 0, 20, 10, 10, 10],
  ])
})

Deno.test('a run counts on from arc to arc, backwards too', () => {
  const shapes = [[[0, 0, 0]], [[3, -7, 0], [4]]]
  assert.deepEqual(decodeRuns(shapes.map(encode)), [[[0, 1, 2]], [[3, -3, -2], [3]]])
})

/** @param {Run[]} runs */
function draw(runs) {
  return pathText(decodeArcs({ arcs: encode(WALK) }), runs)
}

Deno.test('an area is the path of its arcs, backwards where their numbers are below zero', () => {
  assert.equal(draw(LEFT), 'M10 10l-10 0 0 -10 10 0 0 10')
  assert.equal(draw(RIGHT), 'M10 0l10 0 0 10 -10 0 0 -10')
})

Deno.test('every run is a path of its own', () => {
  assert.equal(draw([[1], [-2]]), 'M10 0l0 10M10 10l0 -10')
})

Deno.test('the coasts are rings of the arcs that only one area has', () => {
  const arcs = decodeArcs({ arcs: encode(WALK) })
  assert.deepEqual(outerRings(arcs, [LEFT, RIGHT]), [[0, 2]])
  assert.deepEqual(outerRings(arcs, [LEFT]), [[0, 1]], 'alone, all of its arcs are coast')
})

Deno.test('a coast is closed whichever way its arcs run, and an island is a coast of its own', () => {
  const arcs = [
    [0, 0, 0, 9],
    [5, 5, 6, 5, 6, 6, 5, 5],
    [9, 0, 9, 9, 0, 9],
    [9, 0, 4, 0, 0, 0],
  ].map((points) => Int32Array.from(points))
  assert.deepEqual(outerRings(arcs, [[[0, -3, 3], [1]]]), [[1], [0, -3, 3]])
})
