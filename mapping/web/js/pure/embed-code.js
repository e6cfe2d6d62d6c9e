import { SANDBOX } from './sandbox.js'

const STYLE = 'border:0;width:100%;aspect-ratio:4/3;height:auto;min-height:480px'

/**
 * Return an address at the place where the map is published, as far as the edition names one.
 *
 * @param {URL} address
 * @param {string} published
 */
export function publishedAddress(address, published) {
  return published ? new URL(address.search, published) : address
}

/**
 * Return the code of a frame for another page.
 *
 * @param {string} address
 * @param {string} title
 */
export function frameCode(address, title) {
  return `<iframe title="${escapeAttribute(title)}" src="${escapeAttribute(address)}"` +
    ` width="100%" height="640" style="${STYLE}" loading="lazy"` +
    ` sandbox="${SANDBOX}" referrerpolicy="no-referrer"></iframe>`
}

/**
 * Return the code of the element <presence-map> for another page, and of the script that defines it.
 *
 * @param {URL} address
 * @param {string} title
 * @param {string} language its code
 */
export function elementCode(address, title, language) {
  const page = new URL(address)
  const filter = new URLSearchParams(page.search)
  filter.delete('embed')
  filter.delete('lang')
  page.search = ''
  const script = new URL('embed.js', page).href
  return `<script src="${escapeAttribute(script)}" defer><\/script>\n` +
    `<presence-map title="${escapeAttribute(title)}" src="${escapeAttribute(page.href)}"` +
    ` lang="${language}" filter="${escapeAttribute(filter.toString())}"></presence-map>`
}

/** @param {string} text */
function escapeAttribute(text) {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
