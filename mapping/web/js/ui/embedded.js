import { query } from '../dom.js'
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
  const wide = window.matchMedia('(min-width: 40rem)').matches
  query('.legend', HTMLDetailsElement).open = wide
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'presence-map', height }, '*')
  }).observe(document.documentElement)
}
