/** What leads to itself is done once. */
import assert from 'node:assert/strict'
import { onceAtATime } from '../../mapping/web/js/once-at-a-time.js'

Deno.test('what an act leads to does not begin it again, but what comes later does', () => {
  let acts = 0
  const act = onceAtATime(() => {
    acts += 1
    act()
  })
  act()
  act()
  assert.equal(acts, 2)
})

Deno.test('an act that failed is done again', () => {
  let acts = 0
  const act = onceAtATime(() => {
    acts += 1
    throw new Error('no')
  })
  assert.throws(act)
  assert.throws(act)
  assert.equal(acts, 2)
})
