/** What the editing page works out without a server: parts of its form, rows by name, places of points. */
import assert from 'node:assert/strict'
import {
  cityCells,
  faultsByColumn,
  faultText,
  findChoices,
  findRows,
  keyOf,
  partsOf,
  pointCells,
  splitKeys,
} from '../../mapping/web/edit/pure.js'

/** @import { Column, Located, Row } from '../../mapping/web/edit/types.d.ts' */

/**
 * @param {string} name
 * @param {Partial<Column>} [more]
 * @returns {Column}
 */
function column(name, more = {}) {
  return { kind: 'text', name, required: false, ...more }
}

/**
 * @param {string} key
 * @param {Record<string, string>} labels
 * @param {Record<string, string>} [cells]
 * @returns {Row}
 */
function row(key, labels, cells = {}) {
  return { cells, faults: [], key, labels, point: null, status: 'same' }
}

Deno.test('the form has its own order, and what it does not know at the end', () => {
  const columns = [
    column('ISO', { role: 'country' }),
    column('Open since', { own: true }),
    column('note'),
    column('category'),
  ]
  const parts = partsOf(columns).map((
    { columns: own, part },
  ) => [part, ...own.map(({ name }) => name)])
  assert.deepEqual(parts, [
    ['what', 'category'],
    ['where', 'ISO'],
    ['remarks', 'note'],
    ['other', 'Open since'],
  ])
})

Deno.test('no column is lost, even one of two that mean the same', () => {
  const columns = [
    column('country'),
    column('Land', { role: 'country' }),
    column('note', { own: true }),
  ]
  const shown = partsOf(columns).flatMap((part) => part.columns)
  assert.equal(shown.length, columns.length)
  assert.equal(new Set(shown).size, columns.length)
})

Deno.test('a row is found in any language, by part of a name, by what stands in a cell', () => {
  const rows = [
    row('1', { ar: 'نيجيريا', en: 'Nigeria' }, { id: 'nga-adviser' }),
    row('2', { ar: 'النيجر', en: 'Niger' }, { city: 'niamey', id: 'ner-country-office' }),
    row('3', { ar: 'مالي', en: 'G5 Sahel – Niger' }),
  ]
  const find = (/** @type {string} */ text) =>
    findRows(rows, text, ({ labels }) => labels.en).map(({ key }) => key)
  assert.deepEqual(find('niger'), ['2', '1', '3'])
  assert.deepEqual(find('النيجر'), ['2'])
  assert.deepEqual(find('NIAMEY'), ['2'])
  assert.deepEqual(find('sahel'), ['3'])
  assert.deepEqual(find('xyz'), [])
  assert.deepEqual(find(''), ['1', '2', '3'])
})

Deno.test('choices are found by key and by name', () => {
  const choices = [{ text: 'Conseiller', value: 'adviser' }, {
    text: 'Siège',
    value: 'headquarters',
  }]
  assert.deepEqual(findChoices(choices, 'siege'), [choices[1]])
  assert.deepEqual(findChoices(choices, 'advi'), [choices[0]])
  assert.deepEqual(findChoices(choices, ''), choices)
})

Deno.test('keys of a cell stand apart by whatever space', () => {
  assert.deepEqual(splitKeys(' a  b\u00a0c '), ['a', 'b', 'c'])
  assert.deepEqual(splitKeys(''), [])
})

Deno.test('a fault is at its column, else at the row', () => {
  const [at, elsewhere] = [
    { column: 'city', remedy: 'did you mean niamey?', what: 'unknown city' },
    { column: 'gone', remedy: '', what: 'something' },
  ]
  const found = faultsByColumn([at, elsewhere], [column('city')])
  assert.deepEqual(found.get('city'), [at])
  assert.deepEqual(found.get(''), [elsewhere])
  assert.equal(faultText(at), 'unknown city; did you mean niamey?')
  assert.equal(faultText(elsewhere), 'something')
})

Deno.test('a point becomes a city, with its country, where nothing finer is allowed', () => {
  const columns = [column('country'), column('city'), column('latitude'), column('longitude')]
  const city = { country: 'NER', text: 'Niamey', value: 'niamey' }
  /** @type {Located} */
  const located = { cities: [city], country: 'BFA', finer: false, text: '' }
  const nowhere = { latitude: '', longitude: '' }
  const inCity = { city: 'niamey', country: 'NER', ...nowhere }
  assert.deepEqual(cityCells(located, city, columns), inCity)
  assert.deepEqual(cityCells(located, undefined, columns), { city: '', country: 'BFA', ...nowhere })
})

Deno.test('a point is itself where that is allowed, as fine as a city; a country stays as written', () => {
  const columns = [
    column('Lat', { role: 'latitude' }),
    column('Lon', { role: 'longitude' }),
    column('Land', { role: 'country' }),
  ]
  /** @type {Located} */
  const located = { cities: [], country: 'NER', finer: true, text: '' }
  const at = { Lat: '13.5', Lon: '-2.12' }
  assert.deepEqual(pointCells(located, [-2.116, 13.5], columns, false), at)
  assert.deepEqual(pointCells(located, [-2.116, 13.5], columns, true), { ...at, Land: 'NER' })
  assert.equal(pointCells(located, [-0.001, 0], columns, false).Lon, '0')
  const both = [column('Where', { role: 'position' })]
  assert.deepEqual(pointCells(located, [-2.116, 13.5], both, false), { Where: '13.5, -2.12' })
})

Deno.test('a row of a side table is named by its key, whatever that is called', () => {
  assert.equal(keyOf(row('t1', {}, { key: 'niamey' })), 'niamey')
  assert.equal(keyOf(row('t2', {}, { id: 'ohchr-2020', title: 'Report' })), 'ohchr-2020')
  assert.equal(keyOf(row('t3', {})), 't3')
})
