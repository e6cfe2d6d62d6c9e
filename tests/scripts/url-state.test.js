/** The state in the address: read, checked, written. */
import assert from 'node:assert/strict'
import { addressParameters, splitFragment } from '../../mapping/web/js/pure/address.js'
import { readState, writeState } from '../../mapping/web/js/pure/url-state.js'

const KNOWN = {
  categories: ['office', 'adviser', 'mission'],
  evidence: ['report', 'candidate'],
  languages: ['ar', 'en', 'zh'],
  presences: ['ken-adviser'],
  regions: ['africa'],
}
const EMPTY = {
  category: '',
  evidence: '',
  lang: '',
  presence: '',
  q: '',
  region: '',
  sort: '',
  view: '',
}

/** @param {string} query */
function read(query) {
  return readState(new URLSearchParams(query), KNOWN)
}

Deno.test('an address without parameters is the default', () => {
  assert.deepEqual(read(''), EMPTY)
})

Deno.test('every parameter is read', () => {
  const query = 'category=adviser&evidence=report&lang=zh&presence=ken-adviser&q=niger' +
    '&region=africa&sort=country&view=2.00/13.00/8.00'
  assert.deepEqual(read(query), {
    category: 'adviser',
    evidence: 'report',
    lang: 'zh',
    presence: 'ken-adviser',
    q: 'niger',
    region: 'africa',
    sort: 'country',
    view: '2.00/13.00/8.00',
  })
})

Deno.test('what is not known is passed over', () => {
  const query = 'category=x&evidence=x&lang=x&presence=x&region=x&sort=region&view=x&other=1'
  assert.deepEqual(read(query), EMPTY)
  for (const name of ['constructor', '__proto__', 'toString']) {
    assert.deepEqual(read(`region=${name}&lang=${name}&presence=${name}`), EMPTY)
  }
})

Deno.test('categories come in the order of the edition, each once; none is a choice', () => {
  assert.equal(read('category=mission,x,office,mission').category, 'office,mission')
  assert.equal(read('category=-').category, '-')
  assert.equal(read('category=none').category, '-')
  assert.equal(read('category=-,office').category, 'office')
})

Deno.test('a language is found by its tag', () => {
  assert.equal(read('lang=ZH-Hans-CN').lang, 'zh')
})

Deno.test('a view is three numbers within their ranges', () => {
  for (const view of ['0/-90/-180', '9/90/360', '1.5/0/11']) {
    assert.equal(read(`view=${view}`).view, view)
  }
  const wrong = [
    ...['10/0/0', '-1/0/0', '1/91/0', '1/0/361', '1/0', '1/0/0/0', '1//0', 'NaN/0/0'],
    ...['Infinity/-1e9/0', '9.99/99.00/999.00', '0.00/-9999999.00/9999999.00', '<script>'],
  ]
  for (const view of wrong) assert.equal(read(`view=${view}`).view, '')
})

Deno.test('a search is cut to a hundred characters', () => {
  assert.equal(read(`q=${'x'.repeat(300)}`).q.length, 100)
})

Deno.test('an address is written with what is set, and keeps what is not of the state', () => {
  const address = 'https://example.org/map.html?embed&region=africa#list'
  const written = writeState(address, { ...EMPTY, q: 'côte & ivoire' })
  assert.equal(written.href, 'https://example.org/map.html?embed=&q=c%C3%B4te+%26+ivoire#list')
  assert.equal(readState(written.searchParams, KNOWN).q, 'côte & ivoire')
})

Deno.test('a fragment takes the same parameters; the query outdoes it', () => {
  /** @param {string} address */
  const parameters = (address) => addressParameters(new URL(address, 'https://example.org'))
  const fragment = parameters('/map.html#embed&lang=fr&region=africa')
  assert.deepEqual(readState(fragment, KNOWN), { ...EMPTY, lang: '', region: 'africa' })
  assert.ok(fragment.has('embed'))
  assert.equal(parameters('/map.html?lang=zh#lang=en').get('lang'), 'zh')
  for (const part of ['#list', '#map', '#embedding', '#', '#:~:text=x']) {
    assert.deepEqual([...parameters(`/map.html${part}`)], [], part)
  }
})

Deno.test('what is written stands in the query alone', () => {
  const written = writeState('https://example.org/map.html#embed&lang=zh', { ...EMPTY, q: 'a' })
  assert.equal(written.href, 'https://example.org/map.html?embed=&q=a')
})

Deno.test('what WordPress adds to a fragment is no part of it, and stays', () => {
  const added = '#?secret=aB3dE5gH7j'
  for (const own of ['', '#list', '#embed&lang=zh']) {
    assert.deepEqual(splitFragment(own + added), { added, own, secret: 'aB3dE5gH7j' })
    assert.deepEqual(splitFragment(own), { added: '', own, secret: '' })
  }
  const here = `https://example.org/map.html#embed&lang=zh${added}`
  assert.equal(addressParameters(new URL(here)).get('lang'), 'zh')
  const made = writeState(here, { ...EMPTY, lang: 'ar' }).href
  assert.equal(made, `https://example.org/map.html?embed=&lang=ar${added}`)
  assert.equal(writeState(`https://example.org/map.html${added}`, EMPTY).hash, added)
})
