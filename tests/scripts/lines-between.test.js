/** Where the line of a label finds a way between symbols that stand close around its own. */
import assert from 'node:assert/strict'
import { boxAround, contains } from '../../mapping/web/js/pure/boxes.js'
import { atLineEnd } from '../../mapping/web/js/pure/label-candidates.js'
import { leadsFrom } from '../../mapping/web/js/pure/label-costs.js'
import { LabelPlacement } from '../../mapping/web/js/pure/label-placement.js'
import { placeMore } from '../../mapping/web/js/pure/label-search.js'
import { meet, withReach } from '../../mapping/web/js/pure/label-spot.js'
import { finish } from '../../mapping/web/js/pure/steps.js'

/** @import { Box, Segment } from '../../mapping/web/js/types.d.ts' */

const AWAY = { min: { x: -9, y: -9 }, max: { x: -9, y: -9 } }
const FRAME = { min: { x: 0, y: 0 }, max: { x: 2000, y: 600 } }
const SEA = { along: () => [], ashore: () => 0 }
const COUNT = 16
const MIDDLE = { x: 1000, y: 300 }

/**
 * Return where the label of a symbol stands that a ring of others encloses, each drawn in a part of its box.
 *
 * @param {number} part
 * @param {number} tilt of the ring, in degrees
 */
function enclosed(part, tilt = 0) {
  const around = Array.from({ length: COUNT }, (_, i) => {
    const turn = 2 * Math.PI * ((i + 0.5) / COUNT + tilt / 360)
    return { x: MIDDLE.x + 34 * Math.cos(turn), y: MIDDLE.y + 34 * Math.sin(turn) }
  })
  /** @param {number} size */
  const boxes = (size) => [boxAround(MIDDLE, 16), ...around.map((point) => boxAround(point, size))]
  const label = { symbol: boxAround(MIDDLE, 16), size: { width: 60, height: 14 } }
  const placement = new LabelPlacement([label], {
    avoid: AWAY,
    direction: 'ltr',
    drawn: boxes(16 * part),
    frame: FRAME,
    symbols: boxes(16),
  })
  finish(placement.begin(() => SEA))
  finish(placement.lead())
  return [...placement.places().values()]
}

Deno.test('a line runs between symbols that are drawn smaller than their boxes', () => {
  assert.deepEqual(enclosed(1), [])
  assert.ok(enclosed(0.67)[0].line)
})

Deno.test('a label without a place is led through a gap that few directions meet', () => {
  const [from, to] = enclosed(0.75, 4)[0].line ?? [MIDDLE, MIDDLE]
  const degrees = Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI
  assert.ok(Math.abs((degrees + 360) % 90 - 4) < 1.5, `${degrees}`)
})

Deno.test('a label that goes before all others has a place that another has at its symbol, and keeps it', () => {
  const size = { width: 60, height: 14 }
  const first = { rank: -1, size, symbol: boxAround(MIDDLE, 16) }
  const other = { rank: 0, size, symbol: boxAround({ x: MIDDLE.x, y: MIDDLE.y + 54 }, 16) }
  const room = boxAround({ x: MIDDLE.x, y: MIDDLE.y + 6 }, 82)
  const start = (/** @type {typeof first[]} */ labels) => {
    const placement = new LabelPlacement(labels, {
      avoid: AWAY,
      direction: 'ltr',
      frame: FRAME,
      mayStand: (box) => contains(room, box) && box.min.y > MIDDLE.y + 24,
      symbols: [first.symbol, other.symbol],
    })
    finish(placement.begin(() => SEA))
    return placement
  }
  assert.ok(start([other]).places().get(other))
  const placement = start([first, other])
  assert.ok(placement.places().get(first)?.line)
  finish(placement.lead())
  finish(placeMore(placement))
  assert.deepEqual([...placement.places().keys()], [first])
})

Deno.test('of two that go before all others, one leaves the best of its places to one that has no other', () => {
  const labels = [0, 36].map((up) => ({
    rank: -1,
    size: { width: 60, height: 14 },
    symbol: boxAround({ x: MIDDLE.x, y: MIDDLE.y - up }, 16),
  }))
  const over = { min: { x: 900, y: MIDDLE.y - 28 }, max: { x: 1100, y: MIDDLE.y - 8 } }
  const under = { min: { x: 900, y: MIDDLE.y + 8 }, max: { x: 1100, y: MIDDLE.y + 28 } }
  const placement = new LabelPlacement(labels, {
    avoid: AWAY,
    direction: 'ltr',
    frame: FRAME,
    mayRun: () => false,
    mayStand: (box, label) => contains(over, box) || (label === labels[0] && contains(under, box)),
    symbols: labels.map(({ symbol }) => symbol),
  })
  finish(placement.begin(() => SEA))
  const places = placement.places()
  const [one, other] = labels.map((label) => places.get(label)?.box ?? AWAY)
  assert.ok(contains(under, one))
  assert.ok(contains(over, other))
})

Deno.test('a flat line runs along no label of another, a steep one may pass beside it', () => {
  const box = { min: { x: 0, y: 0 }, max: { x: 60, y: 14 } }
  const label = withReach({ box, column: 'after' })
  /** @param {number} down @param {number} tilt */
  const led = (down, tilt) => {
    /** @type {Segment} */
    const line = [{ x: -40, y: 14 + down + tilt }, { x: 70, y: 14 + down }]
    return withReach(atLineEnd(line, { height: 14, width: 40 }, [0.5])[0])
  }
  for (const [down, tilt, meets] of [[0.5, 0, true], [0.5, 4, true], [1.5, 0, false]]) {
    const other = led(Number(down), Number(tilt))
    assert.deepEqual([meet(label, other), meet(other, label)], [meets, meets], `${down} ${tilt}`)
  }
  const steep = withReach({
    box: boxAround({ x: 80, y: 60 }, 14),
    column: 'centre',
    line: [{ x: 30, y: 14.5 }, { x: 80, y: 50 }],
  })
  assert.ok(!meet(label, steep))
})

Deno.test('a line ends where it is drawn to: at a whole pixel', () => {
  const leads = leadsFrom(boxAround(MIDDLE, 17), 1000, SEA, () => true)
  assert.ok(leads.length > 100)
  for (const { line: [, { x, y }] } of leads) assert.deepEqual([x % 1, y % 1], [0, 0])
})

Deno.test('of many, one at the end of a line leaves room over and under it, not beside it', () => {
  /** @param {number} down @param {number} right @param {boolean} led @param {number} apart */
  const at = (down, right, led, apart) => {
    const box = { min: { x: right, y: down }, max: { x: right + 60, y: down + 14 } }
    const line = {
      line: /** @type {Segment} */ ([{ x: right - 30, y: down }, { x: right - 1, y: down }]),
    }
    return withReach({ box, column: 'after', ...(led ? line : {}) }, 0, apart)
  }
  for (
    const [gap, right, led, meets] of /** @type {[number, number, boolean, boolean][]} */ ([
      [5, 20, true, true],
      [7, 20, true, false],
      [2, 20, false, true],
      [4, 20, false, false],
      [2, 95, true, false],
    ])
  ) {
    const [upper, lower] = [at(0, 0, true, 3), at(14 + gap, right, led, 3)]
    assert.deepEqual(
      [meet(upper, lower), meet(lower, upper)],
      [meets, meets],
      `${gap} ${right} ${led}`,
    )
    assert.ok(!meet(at(0, 0, true, 0), at(14 + gap, right, led, 0)))
  }
})

Deno.test('no line runs close past the end of another', () => {
  const [label] = atLineEnd([{ x: 0, y: 0 }, { x: 50, y: 0 }], { height: 14, width: 60 }, [0.5])
  /** @param {number} x */
  const past = (x) => {
    const box = boxAround({ x, y: 40 }, 4)
    return withReach({ box, column: 'centre', line: [{ x, y: -40 }, { x, y: 36 }] })
  }
  assert.ok(meet(withReach(label), past(50.5)))
  assert.ok(meet(past(50.5), withReach(label)))
  assert.ok(!meet(withReach(label), past(120)))
})
