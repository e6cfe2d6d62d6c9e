/** Where labels may stand, and which of them find a place. */
import assert from 'node:assert/strict'
import { boxAround, contains, overlap } from '../../mapping/web/js/pure/boxes.js'
import { labelCandidates } from '../../mapping/web/js/pure/label-candidates.js'
import { placeLabels } from '../../mapping/web/js/pure/label-placement.js'

const SIZE = { width: 60, height: 14 }
const FRAME = { min: { x: 0, y: 0 }, max: { x: 400, y: 300 } }
const NOTHING = { min: { x: -9, y: -9 }, max: { x: -9, y: -9 } }

/**
 * @param {number} x
 * @param {number} y
 */
function request(x, y, size = SIZE) {
  return { symbol: boxAround({ x, y }, 16), size }
}

/** @param {ReturnType<typeof request>[]} labels */
function place(labels, avoid = NOTHING) {
  return placeLabels(labels, labels.map(({ symbol }) => symbol), FRAME, avoid, 'ltr')
}

Deno.test('boxes that share a side do not overlap, and a frame contains what touches it', () => {
  const a = boxAround({ x: 8, y: 8 }, 16)
  assert.equal(overlap(a, boxAround({ x: 24, y: 8 }, 16)), false)
  assert.equal(overlap(a, boxAround({ x: 23, y: 8 }, 16)), true)
  assert.equal(contains(FRAME, a), true)
  assert.equal(contains(FRAME, boxAround({ x: 7, y: 8 }, 16)), false)
})

Deno.test('a label stands after its symbol, in the direction of writing', () => {
  const { symbol } = request(100, 100)
  const [ltr] = labelCandidates(symbol, SIZE, 'ltr')
  const [rtl] = labelCandidates(symbol, SIZE, 'rtl')
  assert.deepEqual(ltr, {
    box: { min: { x: 111, y: 93 }, max: { x: 171, y: 107 } },
    column: 'after',
  })
  assert.deepEqual(rtl, {
    box: { min: { x: 29, y: 93 }, max: { x: 89, y: 107 } },
    column: 'before',
  })
})

Deno.test('no candidate covers its symbol, and all differ', () => {
  const { symbol } = request(100, 100)
  const candidates = labelCandidates(symbol, SIZE, 'ltr')
  assert.equal(candidates.length, 12)
  assert.equal(new Set(candidates.map(({ box }) => `${box.min.x},${box.min.y}`)).size, 12)
  assert.ok(candidates.every(({ box }) => !overlap(box, symbol)))
})

Deno.test('labels touch no symbol, no other label and no edge', () => {
  const labels = Array.from(
    { length: 40 },
    (_, i) => request(20 + 45 * (i % 8), 20 + 55 * (i >> 3)),
  )
  const { placed, taken } = place(labels)
  assert.ok(placed.size > 10)
  assert.equal(taken.length, labels.length + placed.size)
  taken.forEach((a, i) => {
    assert.ok(taken.slice(i + 1).every((b) => !overlap(a, b)))
    assert.ok(contains(FRAME, a))
  })
})

Deno.test('the first is served first', () => {
  // Two that coincide, in a frame that has room for one label only.
  const narrow = { min: { x: 0, y: 0 }, max: { x: 90, y: 16 } }
  const [first, second] = [request(8, 8), request(8, 8)]
  const symbols = [first.symbol, second.symbol]
  const { placed } = placeLabels([first, second], symbols, narrow, NOTHING, 'ltr', 0)
  assert.deepEqual([...placed.keys()], [first])
})

Deno.test('few that find no place are tried again before the others', () => {
  // The first label could stand elsewhere; the second has but one place, which the first takes.
  const frame = { min: { x: 0, y: 0 }, max: { x: 160, y: 40 } }
  const [first, second] = [request(40, 24), request(130, 24, { width: 44, height: 14 })]
  const wall = boxAround({ x: 131, y: 1 }, 30)
  const symbols = [first.symbol, second.symbol, wall]
  const once = placeLabels([first, second], symbols, frame, NOTHING, 'ltr', 0)
  const again = placeLabels([first, second], symbols, frame, NOTHING, 'ltr')
  assert.deepEqual([once.placed.size, again.placed.size], [1, 2])
})

Deno.test('what had better not be covered is covered only where there is no other place', () => {
  const label = request(100, 100)
  const [best, next] = labelCandidates(label.symbol, SIZE, 'ltr')
  assert.deepEqual(place([label], best.box).placed.get(label), next)
  assert.deepEqual(place([label], FRAME).placed.get(label), best)
})
