import { SANDBOX } from './sandbox.js'

/** Pixels that hold the map with its legend, in each of the six languages, at every width from 320 up. */
const HEIGHT = 1180
/** Stands for the address of a copy that has none on the web, such as one that is opened from disk. */
export const PLACEHOLDER = 'https://your-site.example/map.html'

/**
 * Return an address at the place where others can see the map, in the state of this copy: where the
 * edition says it is published, or else where this copy is on the web, or else a placeholder.
 *
 * @param {URL} address
 * @param {string} published
 */
export function publicAddress(address, published) {
  const made = new URL(published || (isOnTheWeb(address) ? address : PLACEHOLDER))
  made.hash = ''
  for (const [key, value] of address.searchParams) made.searchParams.set(key, value)
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
 *
 * @param {URL} address
 * @param {string} title
 */
export function frameCode(address, title) {
  const frame = new URL(address)
  frame.searchParams.set('embed', '')
  return `<p><iframe title="${escapeAttribute(title)}" src="${escapeAttribute(frame.href)}"` +
    ` width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer"` +
    ` sandbox="${SANDBOX}"></iframe>\n${linkCode(address, title)}</p>`
}

/**
 * Return the code of the element <presence-map> for another page, and of the script that defines it.
 *
 * @param {URL} address
 * @param {string} title
 */
export function elementCode(address, title) {
  const page = new URL(address)
  const filter = new URLSearchParams(page.search)
  const language = filter.get('lang') ?? ''
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
