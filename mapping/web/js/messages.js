/** The texts of the page in the chosen language, by id. */
import { queryAll } from './dom.js'
import { pageData } from './page-data.js'
import { primarySubtag } from './pure/url-state.js'
import { getState } from './store.js'

/** @import { Format } from './types.d.ts' */

/** @type {(() => void)[]} */
const languageListeners = []
let language = document.documentElement.lang

/**
 * Return a text, its {placeholders} filled in; unknown placeholders stay as they are.
 *
 * @type {Format}
 */
export function format(id, values = {}) {
  const text = pageData.languages[language].texts[id]
  return text.replace(/\{(\w+)\}/g, (slot, name) => name in values ? String(values[name]) : slot)
}

/** Return the code of the page's language. */
export function languageCode() {
  return language
}

/** Return the direction of the page's writing. */
export function textDirection() {
  return pageData.languages[language].direction
}

/** Return the language to open in: the address decides, then the reader's own, then the source's. */
export function initialLanguage() {
  const wanted = [getState().lang, ...navigator.languages].map(primarySubtag)
  return wanted.find((code) => Object.hasOwn(pageData.languages, code)) ?? language
}

/**
 * Turn the page to a language: every element that names a text, and the direction of writing.
 *
 * @param {string} code
 */
export function setLanguage(code) {
  language = code
  const root = document.documentElement
  root.lang = code
  root.dir = textDirection()
  document.title = format('title')
  for (const named of queryAll('[data-text]', HTMLElement)) {
    const text = format(named.dataset.text ?? '')
    if (named.textContent !== text) named.textContent = text
  }
  for (const named of queryAll('[data-label-text]', HTMLElement)) {
    named.setAttribute('aria-label', format(named.dataset.labelText ?? ''))
  }
  for (const listener of languageListeners) listener()
}

/**
 * Call back whenever the page has turned to a language.
 *
 * @param {() => void} listener
 */
export function onLanguage(listener) {
  languageListeners.push(listener)
}
