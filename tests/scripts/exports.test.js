/** What is visible, to take along: as a table, as GeoJSON, as text, as code for another page. */
import assert from 'node:assert/strict'
import { toCsv } from '../../mapping/web/js/pure/csv.js'
import {
  elementCode,
  frameCode,
  PLACEHOLDER,
  publicAddress,
} from '../../mapping/web/js/pure/embed-code.js'
import { toGeoJson } from '../../mapping/web/js/pure/geojson.js'
import { toPlainText } from '../../mapping/web/js/pure/plain-text.js'
import { categoryText, evidenceText } from '../../mapping/web/js/pure/presence-text.js'
import { format, LANGUAGES, makePlace } from './places.js'

const DATA = {
  columns: ['id', 'category_certain', 'city', 'note', 'label_en', 'label_fr', 'sources'],
  languages: LANGUAGES,
  sources: [{ citation: 'A "report"', language: 'en' }],
}

Deno.test('a table has its header, its values in quotes, and several values in one cell', () => {
  const place = makePlace({ city: ['Nairobi', 'Gigiri'], category_certain: false })
  const [header, row, end] = toCsv([place], DATA).split('\n')
  assert.equal(
    header,
    '\uFEFF"longitude","latitude","id","category_certain","city","note","label_en","label_fr","sources"',
  )
  assert.equal(
    row,
    '36.82,-1.29,"a","no","Nairobi | Gigiri","","Adviser A","Conseiller A","A ""report"""',
  )
  assert.equal(end, '')
})

Deno.test('an empty list has the header alone', () => {
  assert.equal(toCsv([], DATA).trim().split('\n').length, 1)
})

Deno.test('no cell is a formula', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r']) {
    const row = toCsv([makePlace({ note: `${sign}1` })], DATA)
    assert.ok(row.includes(`"'${sign}1"`), JSON.stringify(sign))
  }
  assert.ok(toCsv([makePlace({ note: '1=1' })], DATA).includes('"1=1"'))
})

Deno.test('GeoJSON has longitude before latitude, and values of their own types', () => {
  const { features, type } = JSON.parse(toGeoJson([makePlace({})], DATA))
  assert.equal(type, 'FeatureCollection')
  assert.deepEqual(features[0], {
    type: 'Feature',
    id: 'a',
    geometry: { type: 'Point', coordinates: [36.82, -1.29] },
    properties: {
      id: 'a',
      category_certain: true,
      city: ['Nairobi'],
      note: null,
      label_en: 'Adviser A',
      label_fr: 'Conseiller A',
      sources: ['A "report"'],
    },
  })
})

Deno.test('as text, each footnote comes once, after all labels', () => {
  const places = [
    makePlace({ id: 'a', footnotes: ['b'] }),
    makePlace({ id: 'b', footnotes: ['a', 'b'], category_certain: false }),
  ]
  assert.deepEqual(toPlainText(places, format).split('\n'), [
    'title',
    'Adviser A b – category-short.adviser',
    'Mission B a b – popup.inferred {"category":"category-short.adviser"}',
    'a footnote.a',
    'b footnote.b',
    'disclaimer',
    'clearance',
  ])
})

Deno.test('a category that is inferred says so', () => {
  assert.equal(categoryText(makePlace({}), format), 'category-short.adviser')
})

Deno.test('evidence that is older than the edition is told with its date', () => {
  /** @param {string} asOf */
  const id = (asOf) =>
    evidenceText(makePlace({ evidence: 'documented', as_of: asOf }), 2022, format).split(' ')[0]
  assert.equal(id('2019-06'), 'evidence.documented')
  assert.equal(id('2022'), 'evidence.documented_then')
  assert.equal(
    evidenceText(makePlace({}), 2022, format),
    'evidence.report {"year":"2022"}',
  )
})

Deno.test('code for another page is sandboxed, and no name or address leaves its attribute', () => {
  const code = frameCode(new URL('https://example.org/?a=1&q="><script>'), '<The "{map}">')
  assert.ok(code.includes('sandbox="allow-scripts allow-popups '))
  assert.ok(!code.includes('allow-same-origin'))
  assert.ok(code.includes('title="&#60;The &#34;&#123;map&#125;&#34;&#62;"'))
  assert.equal(code.match(/</g)?.length, 6)
  assert.equal(code.match(/[{}]/g), null)
})

Deno.test('the frame has attributes alone, and a link comes after it', () => {
  const [frame, link] = frameCode(new URL('https://example.org/map.html?lang=fr'), 'Map').split(
    '</iframe> ',
  )
  assert.match(frame, / src="https:\/\/example.org\/map.html\?lang=fr&#38;embed="/)
  assert.match(frame, / width="100%" height="\d+" /)
  assert.ok(!frame.includes('style'))
  assert.equal(link, '<a href="https://example.org/map.html?lang=fr">Map</a></p>')
})

Deno.test('the element has the filter and the language apart from the address, and a link in it', () => {
  const address = new URL('https://example.org/a/map.html?lang=fr&region=africa&q=niger')
  const [script, element] = elementCode(address, 'Map', 'fr').split('\n')
  assert.equal(script, '<script src="https://example.org/a/embed.js" defer></script>')
  assert.equal(
    element,
    '<p><presence-map title="Map" src="https://example.org/a/map.html" lang="fr"' +
      ' filter="region=africa&#38;q=niger">' +
      '<a href="https://example.org/a/map.html?lang=fr&#38;region=africa&#38;q=niger">Map</a>' +
      '</presence-map></p>',
  )
})

/**
 * Return the address that the code of a page in French names.
 *
 * @param {string} here
 * @param {string} address
 * @param {boolean} languagePages
 */
function inFrench(here, address, languagePages) {
  return publicAddress(new URL(here), 'fr', { address, languagePages }).href
}

Deno.test('code leads to where the map is published, in the state of this copy', () => {
  const published = 'https://example.org/maps?id=3'
  for (const here of ['file:///home/map.html?q=niger', 'about:srcdoc?q=niger', 'blob:x?q=niger']) {
    assert.equal(inFrench(here, published, false), `${published}&q=niger&lang=fr`)
    assert.equal(inFrench(here, '', false), `${PLACEHOLDER}map.html?q=niger&lang=fr`)
  }
  const here = 'https://example.org/map.html?q=niger'
  assert.equal(inFrench(`${here}#list`, '', false), `${here}&lang=fr`)
})

Deno.test('code leads to the page of its language, where there is one', () => {
  const made = 'https://example.org/a/map.fr.html?q=niger'
  for (const name of ['map.html', 'map.ar.html', '']) {
    assert.equal(inFrench(`https://example.org/a/${name}?lang=fr&q=niger`, '', true), made)
  }
  assert.equal(inFrench('file:///map.html?q=niger', 'https://example.org/a/m?id=3', true), made)
  assert.equal(inFrench('file:///map.html', '', true), `${PLACEHOLDER}map.fr.html`)
})

Deno.test('a copy that was renamed is not said to have others next to it', () => {
  const here = 'https://example.org/uploads/map-1.html'
  assert.equal(inFrench(here, '', true), `${here}?lang=fr`)
})
