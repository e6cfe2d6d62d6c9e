/** Where there is land, row by row. */
import assert from 'node:assert/strict'
import { LandRows } from '../../mapping/web/js/pure/land-rows.js'

Deno.test('a point is on land between the coasts of an island, and in its lake at sea', () => {
  const island = Int32Array.from([100, 100, 900, 100, 900, 900, 100, 900, 100, 100])
  const lake = Int32Array.from([400, 400, 600, 400, 600, 600, 400, 600, 400, 400])
  const land = new LandRows([island, lake], [[0], [1]])
  assert.equal(land.has({ x: 200, y: 500 }), true)
  assert.equal(land.has({ x: 500, y: 500 }), false)
  assert.equal(land.has({ x: 700, y: 500 }), true)
  assert.equal(land.has({ x: 950, y: 500 }), false)
  assert.equal(land.has({ x: 500, y: 5000 }), false)
})
