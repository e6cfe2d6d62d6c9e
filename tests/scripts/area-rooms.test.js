/** Where a name has room within an area, or in the sea near it. */
import assert from 'node:assert/strict'
import { AreaGrid } from '../../mapping/web/js/pure/area-grid.js'
import { crossArea, findRooms, middleOf, rowMiddles } from '../../mapping/web/js/pure/area-rooms.js'

const VIEW = { min: { x: 0, y: 0 }, max: { x: 1000, y: 1000 } }
const SQUARE = Int32Array.from([100, 100, 900, 100, 900, 900, 100, 900, 100, 100])
const LAKE = Int32Array.from([400, 400, 600, 400, 600, 600, 400, 600, 400, 400])
const MIDDLE = { x: 500, y: 500 }

Deno.test('a name that fits lies in the middle of its area', () => {
  const [found] = findRooms(
    crossArea([SQUARE], [[0]], VIEW, 10),
    { height: 50, width: 300 },
    MIDDLE,
  )
  assert.equal(found.x, 500)
  assert.ok(Math.abs(found.y - 500) <= 10)
})

Deno.test('a name goes round an enclave, and nowhere into it', () => {
  const area = crossArea([SQUARE, LAKE], [[0], [1]], VIEW, 10)
  const size = { height: 40, width: 260 }
  const rooms = findRooms(area, size, MIDDLE)
  assert.ok(rooms.length > 0)
  for (const { x, y } of rooms) {
    const beside = Math.abs(x - 500) >= 100 + size.width / 2
    const above = Math.abs(y - 500) >= 100 + size.height / 2 - 10
    assert.ok(beside || above, `${x} ${y}`)
  }
})

Deno.test('a name that is wider than its area has no room in it', () => {
  const area = crossArea([SQUARE], [[0]], VIEW, 10)
  assert.deepEqual(findRooms(area, { height: 20, width: 801 }, MIDDLE), [])
  assert.deepEqual(findRooms(area, { height: 801, width: 20 }, MIDDLE), [])
})

Deno.test('of an area that is partly in view, the part in view has the middle and the rooms', () => {
  const view = { min: { x: 0, y: 0 }, max: { x: 300, y: 500 } }
  const area = crossArea([SQUARE], [[0]], view, 10)
  const middle = middleOf(area)
  assert.ok(middle)
  assert.equal(middle.x, 200)
  assert.ok(Math.abs(middle.y - 300) < 10)
  for (const { x, y } of findRooms(area, { height: 20, width: 100 }, middle)) {
    assert.ok(x >= 150 && x <= 250 && y <= 490)
  }
})

Deno.test('an area out of view has no middle and no rows', () => {
  const area = crossArea([SQUARE], [[0]], { min: { x: 0, y: 0 }, max: { x: 90, y: 90 } }, 10)
  assert.equal(middleOf(area), undefined)
  assert.deepEqual(rowMiddles(area), [])
})

Deno.test('the grid knows which area lies where, and where none does', () => {
  const grid = new AreaGrid(VIEW, 10)
  grid.add(crossArea([SQUARE, LAKE], [[0], [1]], VIEW, 10), 7)
  assert.equal(grid.at(200, 500), 7)
  assert.equal(grid.at(MIDDLE.x, MIDDLE.y), 65_535)
  assert.equal(grid.at(950, 500), 65_535)
  assert.equal(grid.at(-50, 500), 65_535)
})
