/** The texts of the page in its language, by id. */
import { queryAll } from './dom.js'
import { pageData } from './page-data.js'
import { fillIn, groupDigits } from './pure/fill-in.js'
import { isWhole } from './whole-document.js'

/** @import { Format } from './types.d.ts' */

/** What is laid out before the map is on the screen; headings, for Firefox names regions by them. */
const FIRST = ':is(.skip, h2, .masthead *, .filter-box *, .stage *)'
const MAP = '.atlas *'
/** What is written when the list is made; a list that is folded is made in the language of the page. */
const ENTRIES = '#list > details *'
// The language is what the script of the head has chosen.
const { classList, lang: language } = document.documentElement
/** Whether the file is in another language than the page. */
const isTurning = classList.contains('turning')

/**
 * Return a text, its {placeholders} filled in, numbers (which are counts; a year is text) as the language
 * writes them; unknown placeholders stay as they are.
 *
 * @type {Format}
 */
export function format(id, values = {}) {
  const { texts } = pageData.languages[language]
  return fillIn(texts[id], values, texts.number_group)
}

/**
 * Return a number as United Nations documents in the page's language write it.
 *
 * @param {number} number
 */
export function numberText(number) {
  return groupDigits(number, format('number_group'))
}

/** Return the code of the page's language. */
export function languageCode() {
  return language
}

/**
 * Return what an element says of the language of its text, where that is not the page's.
 *
 * @param {string} id
 * @returns {Record<string, string>}
 */
export function languageOf(id) {
  const { fallback, languages } = pageData
  return fallback && languages[language].borrowed?.has(id) ? { dir: 'auto', lang: fallback } : {}
}

/**
 * Return the same as `format`, kept apart from text around it that may run the other way, where it is in
 * another language than the page.
 *
 * @type {Format}
 */
export function isolated(id, values) {
  const text = format(id, values)
  return languageOf(id).dir ? `\u2068${text}\u2069` : text
}

/** Return the direction of the page's writing. */
export function textDirection() {
  return pageData.languages[language].direction
}

/** Write what is drawn with the map in the language of the page, where its file is in another. */
export function translateFirst() {
  document.title = format('title')
  translate(FIRST)
  if (isWhole()) classList.remove('turning')
  else classList.replace('turning', 'half-turned')
}

/** Write the rest of what is around the map in the language of the page. */
export function translateMap() {
  translate(`:is(${MAP}):not(${FIRST})`)
}

/** Write what is under the map in the language of the page, but for the entries of the list. */
export function translateBelow() {
  translate(`:not(${ENTRIES}, ${MAP})`)
  classList.remove('half-turned')
}

/** Write the entries of the list in the page's language. */
export function translateEntries() {
  translate(`:is(${ENTRIES})`)
}

/** @param {string} part what of the elements that name a text */
function translate(part) {
  if (!isTurning) return
  for (const named of queryAll(`[data-text]${part}`, HTMLElement)) {
    const text = format(named.dataset.text ?? '')
    if (named.textContent !== text) named.textContent = text
    const { dir, lang } = languageOf(named.dataset.text ?? '')
    named.toggleAttribute('lang', Boolean(lang))
    named.toggleAttribute('dir', Boolean(dir))
    if (lang) Object.assign(named, { dir, lang })
  }
  for (const named of queryAll(`[data-label-text]${part}`, HTMLElement)) {
    named.setAttribute('aria-label', format(named.dataset.labelText ?? ''))
  }
}
