/** What a reader types, and which presences that finds; the filter as a whole. */
import assert from 'node:assert/strict'
import { filterPlaces, NO_CATEGORY, NO_FILTER } from '../../mapping/web/js/pure/filter.js'
import { fold } from '../../mapping/web/js/pure/fold.js'
import { createMatcher } from '../../mapping/web/js/pure/matches.js'
import { LANGUAGES, makePlace } from './places.js'

const DATA = { languages: LANGUAGES, searchNames: { 'country.SWZ': ['Swaziland'] } }

Deno.test('case, accents, spaces and signs do not matter', () => {
  assert.equal(fold('Côte d’Ivoire'), 'cotedivoire')
  assert.equal(fold('GUINEA-BISSAU'), 'guineabissau')
  assert.equal(fold('Cœur'), 'coeur')
  assert.equal(fold('ЁЛКА'), fold('елка'))
  assert.equal(fold('①'), '1')
  assert.equal(fold('?!'), '')
})

Deno.test('Arabic is found without vowel signs and with any form of alif, ya and ta marbuta', () => {
  assert.equal(fold('مُنَظَّمة'), fold('منظمه'))
  assert.equal(fold('أإآٱا'), fold('ااااا'))
  assert.equal(fold('على'), fold('علي'))
  assert.equal(fold('العـــربية'), fold('العربية'))
})

Deno.test('a place answers to its names in every language, in any order', () => {
  const matches = createMatcher(DATA)
  const place = makePlace({ id: 'a', host: 'country.CIV', cities: ['city.abidjan'] })
  for (const text of ['ivoire', 'IVORY coast', 'abidjan ivory', 'كوت', '  abi  ']) {
    assert.equal(matches(place, text), true, text)
  }
  for (const text of ['kenya', 'ivory kenya']) assert.equal(matches(place, text), false, text)
})

Deno.test('a place answers to its mission and to what it serves', () => {
  const matches = createMatcher(DATA)
  const place = makePlace({ unit: 'mission.unami', served: ['country.KEN'] })
  assert.equal(matches(place, 'assistance iraq'), true)
  assert.equal(matches(place, 'kenya'), true)
})

Deno.test('a former name finds, but for its end; a beginning that is too short does not', () => {
  const matches = createMatcher(DATA)
  const place = makePlace({ host: 'country.SWZ' })
  assert.equal(matches(place, 'SWAZILAND'), true)
  assert.equal(matches(place, 'swazil'), true)
  assert.equal(matches(place, 'swazi'), false)
  assert.equal(matches(place, 'adviser swaziland'), true)
  assert.equal(matches(makePlace({ id: 'b' }), 'swaziland'), false)
})

const PLACES = [
  makePlace({ id: 'a', category: 'adviser', region: 'africa', evidence: 'report' }),
  makePlace({ id: 'b', category: 'mission', region: 'africa', evidence: 'documented' }),
  makePlace({
    id: 'c',
    category: 'adviser',
    region: 'asia',
    evidence: 'candidate',
    counted: false,
  }),
]

/** @param {Partial<typeof NO_FILTER>} filter */
function left(filter) {
  const matches = createMatcher(DATA)
  return filterPlaces(PLACES, { ...NO_FILTER, ...filter }, matches).map(({ id }) => id).join('')
}

Deno.test('every part of the filter is met at once', () => {
  assert.equal(left({}), 'abc')
  assert.equal(left({ category: 'adviser' }), 'ac')
  assert.equal(left({ category: 'adviser,mission' }), 'abc')
  assert.equal(left({ category: NO_CATEGORY }), '')
  assert.equal(left({ evidence: 'documented' }), 'b')
  assert.equal(left({ category: 'adviser', evidence: 'report', region: 'africa' }), 'a')
})

Deno.test('a region has those that count there, and white space is no search', () => {
  assert.equal(left({ region: 'asia' }), '')
  assert.equal(left({ region: 'africa' }), 'ab')
  assert.equal(left({ q: '   ' }), 'abc')
})
