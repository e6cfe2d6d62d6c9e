/** The Equal Earth projection: against published values, and there and back. */
import assert from 'node:assert/strict'
import { EqualEarth } from '../../mapping/web/js/pure/equal-earth.js'

/**
 * @param {number} actual
 * @param {number} expected
 * @param {number} tolerance
 */
function assertNear(actual, expected, tolerance) {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`)
}

Deno.test('points project as PROJ projects them', () => {
  // +proj=eqearth +R=1, of PROJ.
  const known = [
    { longitude: 0, latitude: 0, x: 0, y: 0 },
    { longitude: 180, latitude: 0, x: 2.7066299836960748, y: 0 },
    { longitude: 0, latitude: 90, x: 0, y: 1.3173627591574133 },
    { longitude: 100, latitude: -35, x: 1.3720494423580012, y: -0.6853349163541546 },
    { longitude: -74.01, latitude: 40.71, x: -0.9819320769704025, y: 0.78701548993451 },
  ]
  const greenwich = new EqualEarth(0)
  for (const { x, y, ...position } of known) {
    const point = greenwich.project(position)
    assertNear(point.x, x, 1e-12)
    assertNear(point.y, y, 1e-12)
  }
})

Deno.test('every point comes back from where it was projected to', () => {
  for (const meridian of [-150, 0, 11]) {
    const plane = new EqualEarth(meridian)
    for (let latitude = -90; latitude <= 90; latitude += 7.5) {
      for (let longitude = plane.west; longitude <= plane.east; longitude += 15) {
        const back = plane.unproject(plane.project({ latitude, longitude }))
        assertNear(back.latitude, latitude, 1e-6)
        assertNear(back.longitude, longitude, 1e-6)
      }
    }
  }
})

Deno.test('the map is as wide and as high as the outline of the world', () => {
  const plane = new EqualEarth(11)
  const outline = plane.outline().map((position) => plane.project(position))
  assertNear(Math.max(...outline.map(({ x }) => x)), plane.bounds.max.x, 1e-12)
  assertNear(Math.min(...outline.map(({ x }) => x)), plane.bounds.min.x, 1e-12)
  assertNear(Math.max(...outline.map(({ y }) => y)), plane.bounds.max.y, 1e-12)
  assertNear(Math.min(...outline.map(({ y }) => y)), plane.bounds.min.y, 1e-12)
})

Deno.test('beyond the poles is the pole, beyond the sides the formula goes on', () => {
  const plane = new EqualEarth(0)
  assert.deepEqual(
    plane.project({ latitude: 97, longitude: 5 }),
    plane.project({ latitude: 90, longitude: 5 }),
  )
  assertNear(plane.unproject({ x: 0, y: 5 }).latitude, 90, 1e-4)
  const beyond = plane.unproject({ x: plane.bounds.max.x * 1.5, y: 0 })
  assertNear(beyond.longitude, 270, 1e-9)
})

Deno.test('longitudes are counted from the edge of the map', () => {
  const plane = new EqualEarth(11)
  assert.equal(plane.wrapLongitude(-170), 190)
  assert.equal(plane.wrapLongitude(-169), -169)
  assert.equal(plane.wrapLongitude(540), 180)
  assert.equal(plane.wrapLongitude(20), 20)
  assert.equal(plane.clampLongitude(-500), -169)
  assert.equal(plane.clampLongitude(200), 191)
  assert.equal(plane.clampLongitude(3), 3)
})
