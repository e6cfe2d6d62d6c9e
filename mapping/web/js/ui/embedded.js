import { query } from '../dom.js'
import { hasRoomForLegend } from '../media.js'
import { format, onLanguage } from '../messages.js'
import { pageData } from '../page-data.js'
import { isOnTheWeb, PLACEHOLDER, publicAddress } from '../pure/embed-code.js'
import { currentAddress, STATE_KEYS, subscribe } from '../store.js'

/** Show the map alone, in a frame of another page: links out, and tells its height. */
export function initEmbedded() {
  const link = query('.full-page', HTMLAnchorElement)
  const point = () => {
    const address = currentAddress()
    const full = isOnTheWeb(address) ? address : publicAddress(address, pageData.address)
    full.searchParams.delete('embed')
    link.href = full.href
    link.hidden = full.href.startsWith(PLACEHOLDER)
  }
  point()
  subscribe(STATE_KEYS, point)
  query('.legend', HTMLDetailsElement).open = hasRoomForLegend()
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'presence-map', height, title: format('title') }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
  onLanguage(tell)
}
