/** How bad a place for a label is: by what of the land of others lies under it and its line. */
import assert from 'node:assert/strict'
import { boxAround } from '../../mapping/web/js/pure/boxes.js'
import { labelCandidates } from '../../mapping/web/js/pure/label-candidates.js'
import { distantSpots, leadsFrom, nearSpots } from '../../mapping/web/js/pure/label-costs.js'

/** @import { Box, LabelCandidate, Segment } from '../../mapping/web/js/types.d.ts' */
/** @import { Ground } from '../../mapping/web/js/pure/label-costs.js' */

const SIZE = { width: 60, height: 14 }
const SYMBOL = boxAround({ x: 100, y: 100 }, 16)
const NOTHING = { min: { x: -9, y: -9 }, max: { x: -9, y: -9 } }
/** No land at all. */
const SEA = ground(() => 0)
/** What begins in the east of the symbol. */
const EAST = ground(({ min }) => Number(min.x > 100))
const CANDIDATES = labelCandidates(SYMBOL, SIZE, 'ltr')

/**
 * @param {(box: Box) => number} ashore
 * @param {(line: Segment) => number[]} along
 * @returns {Ground}
 */
function ground(ashore, along = () => []) {
  return { along, ashore }
}

/**
 * @param {Ground} land
 * @param {number} across
 */
function led(land, across = 1000) {
  return distantSpots(leads(land, across), SIZE, land)
}

/** @param {Ground} land */
function leads(land, across = 1000) {
  return leadsFrom(SYMBOL, across, land, () => true)
}

/** @param {Ground} land */
function near(land) {
  return nearSpots(CANDIDATES, land, () => true)
}

/** @param {LabelCandidate} candidate */
function lengthOf({ line }) {
  return line ? Math.round(Math.hypot(line[1].x - line[0].x, line[1].y - line[0].y)) : 0
}

Deno.test('a label at its symbol stands first in the sea or on its own land', () => {
  assert.deepEqual(near(SEA).map(({ box }) => box), CANDIDATES.map(({ box }) => box))
  const places = near(ground(({ max }) => Math.max(0, max.x - 100) / 71))
  assert.equal(places.length, CANDIDATES.length)
  // Before the symbol is best, after it all is the land of others; what lies over both sides is between.
  assert.equal(places[0].column, 'before')
  assert.equal(places.at(-1)?.column, 'after')
  assert.ok(new Set(places.map(({ cost }) => cost)).size > 4)
})

Deno.test('beside an armistice line no label stands on the land of others', () => {
  const parted = { ...EAST, isParted: true }
  for (const [all, allowed] of [[near(EAST), near(parted)], [led(EAST), led(parted)]]) {
    assert.ok(all.some(({ box }) => box.min.x > 100))
    assert.ok(allowed.length > 5 && allowed.every(({ box }) => box.min.x <= 100))
  }
})

Deno.test('a line is the worse the longer it is, and the more of it is over the land of others', () => {
  const eastern = ground(() => 0, ([, { x }]) => Array(44).fill(x > 108 ? 1 : 0))
  assert.ok((led(eastern)[0].line?.[1].x ?? 999) <= 108)
  const found = leads(eastern)
  const costs = found.map(({ cost }) => cost)
  assert.deepEqual(costs, costs.toSorted((a, b) => a - b))
  const [over, beside] = [found.filter(({ areas }) => areas), found.filter(({ areas }) => !areas)]
  assert.ok(over.length > 100 && beside.length > 100)
  assert.ok(beside.every(({ cost, length }) => cost === length))
  assert.ok(over.every(({ cost, length }) => Math.abs(cost - 3 * length) < 8))
})

Deno.test('no line leads far over the land of others, and the wider the view the farther', () => {
  const land = ground(
    () => 0,
    (line) => Array(Math.ceil(lengthOf({ box: NOTHING, column: '', line }) / 3)).fill(1),
  )
  const longest = (/** @type {number} */ across) =>
    Math.max(...leads(land, across).map(({ length }) => length))
  assert.deepEqual([longest(960), longest(1600)], [46, 73])
})

Deno.test('a line that may not run does not go on either', () => {
  const found = leadsFrom(
    SYMBOL,
    1000,
    SEA,
    ([, { x, y }]) => Math.hypot(x - 100, y - 100) < 30,
  )
  assert.equal(Math.max(...found.map(({ length }) => length)), 28)
})

Deno.test('a label stands on the land of others close by, and where all else has no room', () => {
  const places = led(EAST)
  const first = places.findIndex(({ box }) => box.min.x > 100)
  assert.ok(first > 0)
  assert.ok(places.slice(first).every((one) => one.box.min.x > 100 && lengthOf(one) <= 24))
  assert.ok(places.slice(0, first).some((one) => lengthOf(one) > 100))
})

Deno.test('none stands there beyond the land of a third', () => {
  const two = ground(() => 1, () => [1, 2])
  assert.deepEqual(led(two), [])
  assert.ok(led(ground(() => 1, () => [1, 1])).length > 0)
})
