/** Symbols and circles under a filter: together they are what it counts, and nothing that it hides. */
import assert from 'node:assert/strict'
import { arrangeSymbols } from '../../mapping/web/js/pure/arrangement.js'
import { filterPlaces, NO_CATEGORY, NO_FILTER } from '../../mapping/web/js/pure/filter.js'
import { makePlace } from './places.js'

const SIZES = { figures: 1, symbol: 18 }
const CATEGORIES = ['office', 'regional', 'mission', 'adviser']
const REGIONS = ['africa', 'americas', 'asia']
const PLACES = Array.from({ length: 1500 }, (_, k) =>
  makePlace({
    id: `place-${k}`,
    category: CATEGORIES[(k * k) % 7 % 4],
    region: REGIONS[k % 11 % 3],
    longitude: 100 + 97 * k % 601,
    latitude: 50 + 61 * (k % 13) * (k % 5) % 401,
  }))
const FILTERS = [
  NO_FILTER,
  ...[NO_CATEGORY, ...CATEGORIES, 'office,adviser', 'mission,regional,office'].flatMap((category) =>
    ['', ...REGIONS].flatMap((region) =>
      ['', '7'].map((q) => ({ ...NO_FILTER, category, region, q }))
    )
  ),
]

Deno.test('under every filter symbols and circles together are what it counts, and hold nothing else', () => {
  for (const filter of FILTERS) {
    const shown = filterPlaces(PLACES, filter, ({ id }, text) => id.includes(text))
    const points = shown.map(({ longitude, latitude }) => ({ x: longitude, y: latitude }))
    const blocks = arrangeSymbols(points, SIZES).map(({ block }) => block)
    const held = blocks.flatMap(({ members }) => members.map((member) => shown[member]))
    assert.equal(new Set(held).size, held.length, 'none is counted twice')
    const wanted = PLACES.filter(({ id, category, region }) =>
      (!filter.category || filter.category.split(',').includes(category)) &&
      (!filter.region || filter.region === region) && id.includes(filter.q)
    )
    assert.deepEqual(new Set(held), new Set(wanted), JSON.stringify(filter))
    if (filter === NO_FILTER) assert.ok(blocks.some(({ group }) => group))
    if (filter.category === NO_CATEGORY) assert.deepEqual(blocks, [])
  }
})
