/** @import { LanguageTexts, PackedTable, PageData, Payload, Place, SourceDocument } from './types.d.ts' */
import { queryAll } from './dom.js'

/**
 * Everything the page knows, handed over by the build in one element of JSON; the documents are in the page.
 *
 * @type {PageData}
 */
export const pageData = readPageData()

function readPageData() {
  /** @type {Payload} */
  const payload = JSON.parse(document.getElementById('map-data')?.textContent ?? '')
  const { languages, world } = payload
  /** @type {Place[]} */
  const places = records(payload.places)
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
    world: { ...world, areas: records(world.areas) },
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

/**
 * Make the first, and the others as its copies: a browser makes objects that are alike from the first far sooner.
 *
 * @param {PackedTable} table
 * @returns {any[]} what the build checks
 */
function records({ columns, count }) {
  /** @type {[string, (row: number) => unknown, boolean][]} */
  const fields = Object.entries(columns).map(([field, column]) => {
    if (Array.isArray(column)) return [field, (row) => column[row], false]
    if ('all' in column) return [field, () => column.all, true]
    return [field, (row) => column.values[column.at[row]], false]
  })
  const first = Object.fromEntries(fields.map(([field, value]) => [field, value(0)]))
  const made = Array.from({ length: count }, () => ({ ...first }))
  for (const [field, value, isAlike] of fields) {
    if (!isAlike) made.forEach((one, row) => one[field] = value(row))
  }
  return made
}
