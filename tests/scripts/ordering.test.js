/** The order of the list: by group, country and name, as the reader's language sorts. */
import assert from 'node:assert/strict'
import { headingOf, orderPlaces } from '../../mapping/web/js/pure/ordering.js'
import { makePlace } from './places.js'

/** @type {Record<string, string>} */
const TEXTS = {
  'country.SWE': 'Sverige',
  'country.AUT': 'Österreich',
  'country.ZMB': 'Zambia',
  'label.1': 'One',
  'label.2': 'Two',
  'label.3': 'Three',
  'label.4': 'Four',
}
const PLACES = [
  makePlace({ id: '1', host: 'country.ZMB', region: 'africa' }),
  makePlace({ id: '2', host: 'country.SWE', region: 'europe', category: 'office' }),
  makePlace({ id: '3', host: 'country.AUT', region: 'europe', status: 'candidate' }),
  makePlace({ id: '4', host: 'country.AUT', region: 'europe', counted: false }),
]

/**
 * @param {string} sort
 * @param {string} language
 */
function order(sort, language, places = PLACES) {
  const ordered = orderPlaces(places, PLACES, sort, language, (id) => TEXTS[id])
  return ordered.map(({ id }) => id).join('')
}

Deno.test('a place stands under its region, the headquarters and candidates apart', () => {
  assert.deepEqual(PLACES.map((place) => headingOf(place, '')), [
    'group.africa',
    'group.europe',
    'list.candidates',
    'list.headquarters',
  ])
})

Deno.test('by category or country, the headings are others', () => {
  assert.equal(headingOf(PLACES[1], 'category'), 'category.office')
  assert.equal(headingOf(PLACES[2], 'category'), 'list.candidates')
  assert.equal(headingOf(PLACES[2], 'country'), 'list.by_country')
})

Deno.test('groups come in the order of all places, whatever the filter leaves', () => {
  assert.equal(order('', 'en'), '1234')
  assert.equal(order('', 'en', PLACES.toReversed()), '1234')
  assert.equal(order('', 'en', [PLACES[3], PLACES[1]]), '24')
})

Deno.test('names are sorted as the language sorts them', () => {
  assert.equal(order('country', 'de'), '4321')
  assert.equal(order('country', 'sv'), '2143')
})
