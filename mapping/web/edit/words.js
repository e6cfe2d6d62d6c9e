/** The texts of the editing page in its language. */
import { element, query, queryAll } from '../js/dom.js'
import { fillIn, groupDigits } from '../js/pure/fill-in.js'

/** @import { EditSession, Localized } from './types.d.ts' */

/**
 * What the server handed over with the page.
 *
 * @type {EditSession}
 */
export const session = JSON.parse(query('#edit-session', HTMLScriptElement).text)
export const pageLanguage = document.documentElement.lang
/** What comes of one act is announced within it. */
const ONE_ACT_MS = 100

/**
 * Return a word of the page, its {placeholders} filled in, numbers as the language writes them.
 *
 * @param {string} id without the `edit.` that all of them begin with
 * @param {Record<string, string | number>} [values]
 */
export function word(id, values = {}) {
  return fillIn(session.words[`edit.${id}`], values, session.words.number_group)
}

/**
 * Return a number as United Nations documents in the page's language write it.
 *
 * @param {number} number
 */
export function numberText(number) {
  return groupDigits(number, session.words.number_group)
}

/**
 * Return a word of the page, or what else is known where there is none of this id.
 *
 * @param {string} id
 * @param {string | null} [otherwise]
 */
export function wordOr(id, otherwise) {
  return session.words[`edit.${id}`] ?? otherwise ?? ''
}

/**
 * Return a text in the language of the page; in another where it has none.
 *
 * @param {Localized | string | null | undefined} text
 */
export function inLanguage(text) {
  if (typeof text === 'string') return text
  return text?.[pageLanguage] ?? text?.en ?? Object.values(text ?? {})[0] ?? ''
}

/**
 * Return what a value of a column is called.
 *
 * @param {string} value
 * @param {Localized | string} text what the list calls it
 */
export function choiceText(value, text) {
  return inLanguage(text) || wordOr(`choice.${value}`, value)
}

/**
 * Return what a language is called in that of the page.
 *
 * @param {string} code
 */
export function languageName(code) {
  return new Intl.DisplayNames([pageLanguage], { type: 'language' }).of(code) ?? code
}

/** What is to be said at once, part by part. */
let unsaid = /** @type {HTMLElement[]} */ ([])

/**
 * Tell a screen reader something, once it has said what it is saying; with all else that comes of one act.
 *
 * @param {string} text
 * @param {string} [lang] of the text, where it is not that of the page
 */
export function announce(text, lang = pageLanguage) {
  if (!text || unsaid.some((one) => one.textContent === text)) return
  // What is the same as before is said again only where it was gone in between.
  for (const one of queryAll('.said', HTMLElement)) one.replaceChildren()
  if (!unsaid.length) {
    setTimeout(() => {
      heard().replaceChildren(element('span', {}, ...unsaid.flatMap((one) => [one, ' '])))
      unsaid = []
    }, ONE_ACT_MS)
  }
  unsaid.push(element('span', { lang }, text))
}

/** Return where something can be said: while a dialog is open, all around it is silent. */
function heard() {
  const [dialog] = queryAll('dialog[open]', HTMLElement)
  return query('.said', HTMLElement, dialog ?? document)
}
