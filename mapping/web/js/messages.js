/** The texts of the page in its language, by id. */
import { queryAll } from './dom.js'
import { pageData } from './page-data.js'
import { fillIn } from './pure/fill-in.js'

/** @import { Format } from './types.d.ts' */

// What the script of the head has chosen.
const language = document.documentElement.lang

/**
 * Return a text, its {placeholders} filled in; unknown placeholders stay as they are.
 *
 * @type {Format}
 */
export function format(id, values = {}) {
  return fillIn(pageData.languages[language].texts[id], values)
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

/** Return the direction of the page's writing. */
export function textDirection() {
  return pageData.languages[language].direction
}

/** Write the page in its language: every element that names a text. */
export function translatePage() {
  document.title = format('title')
  for (const named of queryAll('[data-text]', HTMLElement)) {
    const text = format(named.dataset.text ?? '')
    if (named.textContent !== text) named.textContent = text
    const { dir, lang } = languageOf(named.dataset.text ?? '')
    named.toggleAttribute('lang', Boolean(lang))
    named.toggleAttribute('dir', Boolean(dir))
    if (lang) Object.assign(named, { dir, lang })
  }
  for (const named of queryAll('[data-label-text]', HTMLElement)) {
    named.setAttribute('aria-label', format(named.dataset.labelText ?? ''))
  }
}
