import { query } from '../dom.js'
import { hasRoomForLegend } from '../media.js'
import { currentAddress, STATE_KEYS, subscribe } from '../store.js'

/** Show the map alone, in a frame of another page: links out, and tells its height. */
export function initEmbedded() {
  const link = query('.full-page', HTMLAnchorElement)
  const point = () => {
    const address = currentAddress()
    address.searchParams.delete('embed')
    link.href = address.href
  }
  point()
  subscribe(STATE_KEYS, point)
  link.hidden = false
  query('.legend', HTMLDetailsElement).open = hasRoomForLegend()
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'presence-map', height }, '*')
  }).observe(document.documentElement)
}
