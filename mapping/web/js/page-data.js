import { queryAll } from './dom.js'
import { unpackTable } from './pure/packed-table.js'

/** @import { LanguageTexts, PageData, Payload, Place, SourceDocument } from './types.d.ts' */

/**
 * What the page knows, handed over by the build in one element of JSON; the world is in another, the documents are
 * in the page.
 *
 * @type {PageData}
 */
export const pageData = readPageData()

function readPageData() {
  /** @type {Payload} */
  const payload = JSON.parse(document.getElementById('map-data')?.textContent ?? '')
  const { languages } = payload
  /** @type {Place[]} */
  const places = unpackTable(payload.places)
  /** @type {Record<string, LanguageTexts>} */
  const unpacked = {}
  /** @type {SourceDocument[] | undefined} */
  let sources
  for (const code of Object.keys(languages)) {
    /** @type {LanguageTexts | undefined} most readers need one of them alone */
    let texts
    const get = () => texts ??= unpackTexts(payload, places, code)
    Object.defineProperty(unpacked, code, { enumerable: true, get })
  }
  return {
    ...payload,
    languages: unpacked,
    places,
    get sources() {
      return sources ??= readSources()
    },
  }
}

/** What the list names under it, where it is read (see whole-document.js). */
function readSources() {
  return queryAll('.documents li', HTMLElement).map(({ lang, textContent }) => ({
    citation: textContent,
    language: lang,
  }))
}

/**
 * @param {Payload} payload
 * @param {Place[]} places
 * @param {string} code of the language
 * @returns {LanguageTexts}
 */
function unpackTexts({ aliases, fallback, languages, texts }, places, code) {
  const { direction, texts: values } = languages[code]
  const lent = fallback ? languages[fallback].texts : []
  /** @type {Record<string, string>} */
  const own = {}
  /** @type {Set<string>} */
  const borrowed = new Set()
  texts.forEach((one, i) => {
    const id = typeof one === 'number' ? `label.${places[one].id}` : one
    own[id] = values[i] ?? lent[i] ?? ''
    if (!values[i] && values[i] !== '') borrowed.add(id)
  })
  for (const [id, other] of Object.entries(aliases)) {
    own[id] = own[other]
    if (borrowed.has(other)) borrowed.add(id)
  }
  return { borrowed, direction, texts: own }
}
