import { SANDBOX } from './sandbox.js'

/** Pixels that hold the map with its legend, in each of the six languages, at every width from 320 up. */
const HEIGHT = 1180
/** Stands for the folder of a copy that has no address on the web, such as one that is opened from disk. */
export const PLACEHOLDER = 'https://your-site.example/'
/** The pages as a build names them, of all languages and of one, and the folder that they are in. */
const BUILT_NAME = /\/(map(\.[a-z]{2})?\.html)?$/

/**
 * Return an address at the place where others can see the map, in the state of this copy: where the
 * edition says it is published, or else where this copy is on the web, or else a placeholder. It is that
 * of the language's own page, where there is one.
 *
 * @param {URL} address
 * @param {string} language
 * @param {{ address: string, languagePages: boolean }} published
 */
export function publicAddress(address, language, published) {
  const copy = isOnTheWeb(address) ? address : `${PLACEHOLDER}map.html`
  const page = new URL(published.address || copy)
  // A copy of another name may have been moved without the others.
  const apart = published.languagePages && (published.address || BUILT_NAME.test(page.pathname))
  const made = apart ? new URL(`map.${language}.html`, page) : page
  made.hash = ''
  for (const [key, value] of address.searchParams) made.searchParams.set(key, value)
  if (apart) made.searchParams.delete('lang')
  else made.searchParams.set('lang', language)
  return made
}

/**
 * Whether an address is one of the web: a viewer's (blob:, about:srcdoc) and a disk's are not.
 *
 * @param {URL} address
 */
export function isOnTheWeb({ protocol }) {
  return protocol === 'https:' || protocol === 'http:'
}

/**
 * Return the code of a frame for another page, and of a link to the map, which remains where frames are
 * taken out. It has attributes alone: an inline style stops MDX, and strict policies drop it. Both are
 * in a paragraph, for themes give a column to blocks alone; a frame's own border would stick out of it.
 * In MDX no line of a paragraph may begin with a tag.
 *
 * @param {URL} address
 * @param {string} title
 */
export function frameCode(address, title) {
  const frame = new URL(address)
  frame.searchParams.set('embed', '')
  return `<p><iframe title="${escapeAttribute(title)}" src="${escapeAttribute(frame.href)}"` +
    ` width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer"` +
    ` sandbox="${SANDBOX}"></iframe> ${linkCode(address, title)}</p>`
}

/**
 * Return the code of the element <presence-map> for another page, and of the script that defines it.
 *
 * @param {URL} address
 * @param {string} title
 * @param {string} language
 */
export function elementCode(address, title, language) {
  const page = new URL(address)
  const filter = new URLSearchParams(page.search)
  filter.delete('lang')
  page.search = ''
  const script = new URL('embed.js', page).href
  return `<script src="${escapeAttribute(script)}" defer><\/script>\n` +
    `<p><presence-map title="${escapeAttribute(title)}" src="${escapeAttribute(page.href)}"` +
    ` lang="${escapeAttribute(language)}" filter="${escapeAttribute(filter.toString())}">` +
    `${linkCode(address, title)}</presence-map></p>`
}

/**
 * @param {URL} address
 * @param {string} title
 */
function linkCode(address, title) {
  return `<a href="${escapeAttribute(address.href)}">${escapeAttribute(title)}</a>`
}

/**
 * Write a text so that it ends neither an attribute nor, in MDX, the text around it.
 *
 * @param {string} text
 */
function escapeAttribute(text) {
  return text.replace(/[&"<>{}]/g, (character) => `&#${character.charCodeAt(0)};`)
}
