/** Where nothing moves, what follows a move is done once, however many moves lead to a view. */
import assert from 'node:assert/strict'

Deno.test('two moves of one task are followed once, and later ones again', async () => {
  const media = { addEventListener: () => {}, matches: true }
  Object.assign(globalThis, { window: { matchMedia: () => media } })
  const { whenStill } = await import('../../mapping/web/js/map/when-still.js')
  let acts = 0
  let move = () => {}
  const map = /** @type {any} */ ({
    on: (/** @type {string} */ name, /** @type {() => void} */ act) => {
      if (name === 'moveend') move = act
    },
  })
  whenStill(map, () => {
    acts += 1
  })
  move()
  move()
  assert.equal(acts, 0)
  await Promise.resolve()
  assert.equal(acts, 1)
  move()
  await Promise.resolve()
  assert.equal(acts, 2)
})
