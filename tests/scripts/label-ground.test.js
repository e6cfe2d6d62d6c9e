/** What of the land of others lies under a label and its line. */
import assert from 'node:assert/strict'
import { AreasInView } from '../../mapping/web/js/map/areas-in-view.js'
import { besideLines } from '../../mapping/web/js/pure/coasts.js'
import { groundOf } from '../../mapping/web/js/map/label-ground.js'
import { finish } from '../../mapping/web/js/pure/steps.js'

/** @param {number[]} corners left, top, right and bottom */
function square([left, top, right, bottom]) {
  return Int32Array.from([left, top, right, top, right, bottom, left, bottom, left, top])
}

/**
 * Look at areas in a sea: left, top, right and bottom of each, in pixels.
 *
 * @param {Record<string, number[]>} areas
 */
function look(areas) {
  const arcs = [square([0, 0, 400, 200]), ...Object.values(areas).map(square)]
  const extents = Object.entries(areas).map(([code, [left, top, right, bottom]], i) => ({
    box: { min: { x: left, y: top }, max: { x: right, y: bottom } },
    code,
    runs: [[i + 1]],
  }))
  const world = /** @type {any} */ ({
    drawing: { arcs, outline: [[0]] },
    extents,
    isParted: (/** @type {string} */ code) => code === 'C',
    fromLayer: (/** @type {object} */ at) => at,
    scale: 1,
  })
  const seen = new AreasInView(world, { min: { x: 0, y: 0 }, max: { x: 400, y: 200 } })
  finish(seen.look())
  return seen
}

const ISLANDS = look({ A: [40, 40, 120, 160], B: [120, 40, 200, 160], C: [300, 40, 380, 160] })

Deno.test('a line leads over its own land and the sea, and over the land of others', () => {
  const { along } = groundOf(ISLANDS, 'A')
  const from = { x: 80, y: 100 }
  assert.ok(along([from, { x: 20, y: 100 }]).every((number) => number === 0))
  const over = along([from, { x: 160, y: 100 }])
  assert.ok(Math.abs(over.length * 3 - 80) <= 6)
  assert.ok(Math.abs(over.filter(Boolean).length * 3 - 40) <= 6)
  assert.equal(new Set(over).size, 2)
  assert.equal(new Set(along([from, { x: 340, y: 100 }])).size, 3)
})

Deno.test('a label stands ashore by the part of it that is over the land of others', () => {
  const { ashore } = groundOf(ISLANDS, 'A')
  /** @type {(left: number, right: number, top?: number) => number} */
  const part = (left, right, top = 80) =>
    ashore({ min: { x: left, y: top }, max: { x: right, y: top + 13 } })
  assert.deepEqual([part(50, 110), part(210, 290), part(130, 190)], [0, 0, 1])
  assert.ok(Math.abs(part(80, 160) - 0.5) < 0.1)
  assert.ok(part(130, 190, 152) > 0.4)
})

Deno.test('an area is beside a line that its outline has an arc of', () => {
  const areas = [{ code: 'A', runs: [[0, 1], [4]] }, { code: 'B', runs: [[~1, 2]] }, {
    code: 'C',
    runs: [[3]],
  }]
  assert.deepEqual(besideLines(areas, [{ runs: [[1]] }]), new Set(['A', 'B']))
  assert.deepEqual(besideLines(areas, [{ runs: [[5, ~4]] }]), new Set(['A']))
  assert.deepEqual([groundOf(ISLANDS, 'A').isParted, groundOf(ISLANDS, 'C').isParted], [
    false,
    true,
  ])
})
