import { query } from '../dom.js'
import { format, languageCode } from '../messages.js'
import { pageData } from '../page-data.js'
import { isOnTheWeb, PLACEHOLDER, publicAddress } from '../pure/embed-code.js'
import { currentAddress, STATE_KEYS, subscribe } from '../store.js'
import { openByWordPress } from './wordpress.js'

/** Link from a frame to the full page, in the state that the frame shows. */
export function linkFullPage() {
  const link = query('.full-page', HTMLAnchorElement)
  const point = () => {
    const address = currentAddress()
    const opens = isOnTheWeb(address) || address.protocol === 'file:'
    const full = opens ? address : publicAddress(address, languageCode(), pageData)
    for (const name of ['embed', 'scheme']) full.searchParams.delete(name)
    link.href = full.href
    link.hidden = full.href.startsWith(PLACEHOLDER)
  }
  point()
  subscribe(STATE_KEYS, point)
  link.addEventListener('click', (event) => {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    if (isPlain && (openByWordPress(link.href) || openFromSandbox(link.href))) {
      event.preventDefault()
    }
  })
}

/**
 * Open an address in a window, and say it where a sandbox allows none, which is known only then; return
 * whether that was done.
 *
 * @param {string} address
 */
function openFromSandbox(address) {
  if (window.origin !== 'null') return false
  const opened = window.open(address, '_blank')
  query('.no-windows', HTMLElement).textContent = opened
    ? ''
    : format('embed.no_windows', { address })
  return true
}
