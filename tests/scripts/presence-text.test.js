/** What is written about a presence from its data. */
import assert from 'node:assert/strict'
import { fillIn, groupDigits } from '../../mapping/web/js/pure/fill-in.js'
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

Deno.test('a number in a text has its digits grouped as its language does, and other text stays', () => {
  const text = '{at} of {total}, {year} {at}, {unknown}'
  const values = { at: 7, total: 28000, year: '2022' }
  assert.equal(fillIn(text, values, ','), '7 of 28,000, 2022 7, {unknown}')
  assert.equal(groupDigits(1234567, '\u00a0'), '1\u00a0234\u00a0567')
  assert.equal(groupDigits(999, ','), '999')
})
