/** Where there is land, row by row. */
import assert from 'node:assert/strict'
import { landBeyondSea, leadsAstray } from '../../mapping/web/js/map/label-ground.js'
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

Deno.test('a line leads over land beyond the sea, not over that from which it comes', () => {
  const coasts = [0, 50, 80, 100, 400, 500]
  const has = (/** @type {{ x: number }} */ { x }) =>
    coasts.filter((coast) => coast <= x).length % 2 > 0
  const world = /** @type {any} */ ({ fromLayer: (/** @type {object} */ at) => at, land: { has } })
  /** @param {number} x */
  const over = (x) => landBeyondSea(world, [{ x: 0, y: 0 }, { x, y: 0 }])
  assert.deepEqual([over(48), over(75)], [0, 0])
  assert.ok(Math.abs(over(300) - 20) <= 6)
  assert.ok(Math.abs(over(600) - 120) <= 12)
})

Deno.test('a line to a label leads over its own land, and not far over that of others', () => {
  const own = 300
  const world = /** @type {any} */ ({
    fromLayer: (/** @type {object} */ at) => at,
    isWithin: (/** @type {{ min: { x: number } }} */ { min }) => min.x <= own,
    land: { has: (/** @type {{ x: number, y: number }} */ { x, y }) => y === 0 || x > 200 },
  })
  /** @type {(x: number, to: number, down?: number) => boolean} */
  const isAstray = (x, to, down = 0) =>
    leadsAstray(world, [{ x, y: down }, { x: to, y: down }], 'A')
  assert.deepEqual([isAstray(0, 300), isAstray(230, 370)], [false, false])
  assert.equal(isAstray(230, 400), true)
  assert.deepEqual([isAstray(100, 215, 5), isAstray(100, 260, 5)], [false, true])
})
