/** Labels that make room for another, and for each other in turn. */
import assert from 'node:assert/strict'
import { boxFrom } from '../../mapping/web/js/pure/boxes.js'
import { Elsewhere } from '../../mapping/web/js/pure/label-elsewhere.js'
import { LabelPlacement } from '../../mapping/web/js/pure/label-placement.js'
import { meet, withReach } from '../../mapping/web/js/pure/label-spot.js'

const SIZE = { width: 60, height: 14 }
const FRAME = { min: { x: 0, y: 0 }, max: { x: 800, y: 300 } }
const SYMBOL = boxFrom({ x: 392, y: 142 }, { width: 16, height: 16 })

/** @param {number} row */
function spot(row) {
  return withReach({ box: boxFrom({ x: 0, y: 20 * row }, SIZE), column: 'after' })
}

/**
 * Labels that have these rows to stand in; all but the first stand in the first of theirs.
 *
 * @param {number[][]} rows
 */
function standing(...rows) {
  const conditions = {
    avoid: FRAME,
    direction: /** @type {const} */ ('ltr'),
    frame: FRAME,
    symbols: [],
  }
  const placement = new LabelPlacement(rows.map(() => ({ size: SIZE, symbol: SYMBOL })), conditions)
  rows.forEach((own, number) => {
    placement.spots.known.all[number] = own.map(spot)
    if (number) placement.standing.put(number, placement.spots.all(number)[0])
  })
  return placement
}

Deno.test('two make room in turn where one finds no free place', () => {
  const placement = standing([1], [1, 2], [2, 3])
  const [wanted] = placement.spots.all(0)
  assert.equal(new Elsewhere(placement).find(0, wanted, [1]), undefined)
  assert.ok(placement.standing.move(new Elsewhere(placement).find(0, wanted, [1], true)))
  assert.deepEqual(placement.standing.at.map((one) => one?.box.min.y), [20, 40, 60])
})

Deno.test('none makes room where another would lose its place', () => {
  const taken = standing([1], [1, 2], [2])
  assert.equal(new Elsewhere(taken).find(0, taken.spots.all(0)[0], [1], true), undefined)
  const back = standing([1], [1, 2], [2, 1]) // the third could only go where the first is to stand
  assert.equal(new Elsewhere(back).find(0, back.spots.all(0)[0], [1], true), undefined)
})

Deno.test('two that make room at once, each by another, meet nowhere', () => {
  const placement = standing([1], [1, 2], [1, 3], [2, 4], [3, 4, 5])
  const moves = new Elsewhere(placement).find(0, placement.spots.all(0)[0], [1, 2], true)
  assert.equal(moves?.length, 5)
  for (const [one, place] of moves ?? []) {
    assert.ok((moves ?? []).every(([other, its]) => one === other || !meet(place, its)))
  }
})
