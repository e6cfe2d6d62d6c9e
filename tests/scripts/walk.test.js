/** A walk from symbol to symbol by arrow keys. */
import assert from 'node:assert/strict'
import { HEADINGS_BY_KEY, isOpposite, stepCost } from '../../mapping/web/js/pure/walk.js'

/** @param {string} key */
const heading = (key) => HEADINGS_BY_KEY.get(key) ?? /** @type {const} */ ([NaN, NaN])
const [up, down, left, right] = [
  heading('ArrowUp'),
  heading('ArrowDown'),
  heading('ArrowLeft'),
  heading('ArrowRight'),
]
const HERE = { x: 10, y: 10 }

Deno.test('what lies behind is out of reach', () => {
  assert.equal(stepCost(HERE, { x: 9, y: 10 }, right), Infinity)
  assert.equal(stepCost(HERE, { x: 10, y: 30 }, right), Infinity)
})

Deno.test('the way off the straight line counts twice', () => {
  assert.equal(stepCost(HERE, { x: 14, y: 7 }, right), 4 + 2 * 3)
  assert.equal(stepCost(HERE, { x: 14, y: 7 }, up), 3 + 2 * 4)
})

Deno.test('opposite keys are told from others', () => {
  assert.ok(isOpposite(left, right))
  assert.ok(isOpposite(up, down))
  assert.ok(!isOpposite(up, up))
  assert.ok(!isOpposite(up, right))
})
