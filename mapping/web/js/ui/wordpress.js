/**
 * What WordPress asks of a frame that it made of an oEmbed answer. It shows the frame once it has heard
 * from it, lets it set its height and open links of its own host, and lets it do nothing else: its
 * sandbox admits scripts alone.
 */
import { queryAll } from '../dom.js'
import { splitFragment } from '../pure/address.js'

/**
 * Heed WordPress, if it is the host, now or as soon as it has said so.
 *
 * @param {() => void} tellHeight tells the height anew
 */
export function heedWordPress(tellHeight) {
  // Where its script ran later than this one, it adds the secret to the address, and says it is ready.
  window.addEventListener('hashchange', tellHeight)
  window.addEventListener('message', ({ data, source }) => {
    const asked = data?.message === 'ready' && data.secret === secret()
    if (source === window.parent && asked) tellHeight()
  })
}

/**
 * Tell WordPress the height of the page. No frame of its can save files: what would is hidden.
 *
 * @param {number} height
 */
export function tellWordPress(height) {
  if (!secret()) return
  send('height', height)
  for (const button of queryAll('[data-share="csv"], [data-share="geojson"]', HTMLElement)) {
    button.hidden = true
  }
}

/**
 * Let WordPress open an address in the place of its page; return whether it is the host.
 *
 * @param {string} address
 */
export function openByWordPress(address) {
  if (!secret()) return false
  send('link', address)
  return true
}

/** By what WordPress knows this frame: nothing where it is none of its. */
function secret() {
  return splitFragment(window.location.hash).secret
}

/**
 * @param {'height' | 'link'} message
 * @param {number | string} value
 */
function send(message, value) {
  window.parent.postMessage({ message, value, secret: secret() }, '*')
}
