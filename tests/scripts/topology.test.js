/** Encoded polylines, and the path data that shared arcs become. */
import assert from 'node:assert/strict'
import { decodePolyline, reversePolyline } from '../../mapping/web/js/pure/polyline.js'
import { Topology } from '../../mapping/web/js/pure/topology.js'

/**
 * Encode whole numbers as Google's algorithm describes it.
 *
 * @param {number[]} numbers
 */
function encode(numbers) {
  return numbers.map((number) => {
    let value = number < 0 ? ~(number << 1) : number << 1
    let text = ''
    for (; value >= 32; value >>= 5) text += String.fromCharCode((32 | (value & 31)) + 63)
    return text + String.fromCharCode(value + 63)
  }).join('')
}

Deno.test('a polyline of the published example is decoded', () => {
  // Encoded Polyline Algorithm Format: (38.5, -120.2), (40.7, -120.95), (43.252, -126.453), in 1e-5.
  assert.deepEqual(
    decodePolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@'),
    [3850000, -12020000, 220000, -75000, 255200, -550300],
  )
})

Deno.test('whatever was encoded is decoded', () => {
  const numbers = [0, 1, -1, 15, 16, -16, -17, 31, 32, 100000, -48672, 1023, -1024]
  assert.deepEqual(decodePolyline(encode(numbers)), numbers)
  assert.deepEqual(decodePolyline(''), [])
})

Deno.test('an arc from its other end runs through the same points backwards', () => {
  assert.deepEqual(reversePolyline([10, 20, 1, 2, -3, 4]), [8, 26, 3, -4, -1, -2])
  assert.deepEqual(reversePolyline(reversePolyline([5, 5, 7, 0, 0, -9])), [5, 5, 7, 0, 0, -9])
})

// Two squares side by side: arc 0 is what they share, downwards; 1 the rest of the left, 2 of the right.
const ARCS = [[10, 0, 0, 10], [10, 10, -10, 0, 0, -10, 10, 0], [10, 0, 10, 0, 0, 10, -10, 0]]
const LEFT = { arcs: [[[0, 1]]] }
const RIGHT = { arcs: [[[2, -1]]] }

Deno.test('an area is the path of its arcs, backwards where their numbers are below zero', () => {
  const topology = new Topology({ arcs: ARCS.map(encode) })
  assert.equal(topology.path(LEFT.arcs), 'M10 0l0 10 -10 0 0 -10 10 0')
  assert.equal(topology.path(RIGHT.arcs), 'M10 0l10 0 0 10 -10 0 0 -10')
})

Deno.test('a line is a path, however deep its arcs are nested', () => {
  const topology = new Topology({ arcs: ARCS.map(encode) })
  assert.equal(topology.path([0]), 'M10 0l0 10')
  assert.equal(topology.path([[0], [1]]), 'M10 0l0 10M10 10l-10 0 0 -10 10 0')
})

Deno.test('the coasts are the arcs that only one area has', () => {
  const topology = new Topology({ arcs: ARCS.map(encode) })
  assert.equal(
    topology.coasts([LEFT, RIGHT]),
    'M10 10l-10 0 0 -10 10 0M10 0l10 0 0 10 -10 0',
  )
})
