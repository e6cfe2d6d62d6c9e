/** The language that a page opens in. */
import assert from 'node:assert/strict'
import { chooseLanguage, primarySubtag } from '../../mapping/web/js/pure/language.js'

Deno.test('a language is found by its tag', () => {
  assert.equal(primarySubtag('en-GB'), 'en')
  assert.equal(primarySubtag('ZH-Hans-CN'), 'zh')
})

Deno.test('the first that is known is chosen, and none that is not', () => {
  assert.equal(chooseLanguage(['', 'sv-SE', 'fr-CA', 'en'], ['en', 'fr']), 'fr')
  assert.equal(chooseLanguage(['constructor', ''], ['en', 'fr']), undefined)
  assert.equal(chooseLanguage(['', 'fr-CA'], ['en', 'fr']), 'fr')
  assert.equal(chooseLanguage(['xx', 'fr-CA', 'en-GB'], ['en', 'fr']), 'fr')
  assert.equal(chooseLanguage(['constructor', 'fr-CA'], ['en', 'fr']), 'fr')
  assert.equal(chooseLanguage(['en', 'fr-CA'], ['en', 'fr']), 'en')
  assert.equal(chooseLanguage(['sv', 'sv-SE'], ['en', 'fr']), undefined)
})
