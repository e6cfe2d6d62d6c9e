/** What is written about a presence from its data. */
import assert from 'node:assert/strict'
import { evidenceText } from '../../mapping/web/js/pure/presence-text.js'
import { makePlace } from './places.js'

/** @import { Format } from '../../mapping/web/js/types.d.ts' */

/** @type {Format} */
const show = (id, values) => `${id} ${JSON.stringify(values)}`

Deno.test('the year of the evidence is text, which is not grouped as a count is', () => {
  const named = evidenceText(makePlace({ evidence: 'report' }), 2022, show)
  assert.equal(named, 'evidence.report {"year":"2022"}')
  const then = makePlace({ evidence: 'documented', as_of: '2022-03' })
  assert.match(evidenceText(then, 2022, show), /^evidence\.documented_then .*"year":"2022"/)
  const older = makePlace({ evidence: 'documented', as_of: '2019' })
  assert.match(evidenceText(older, 2022, show), /^evidence\.documented .*2019.*"year":"2022"/)
})

Deno.test('an edition without a year says nothing of the evidence', () => {
  assert.equal(evidenceText(makePlace({}), null, show), '')
})
