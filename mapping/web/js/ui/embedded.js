import { query } from '../dom.js'
import { legendBeside } from '../media.js'
import { format, languageCode } from '../messages.js'
import { pageData } from '../page-data.js'
import { isOnTheWeb, PLACEHOLDER, publicAddress } from '../pure/embed-code.js'
import { currentAddress, STATE_KEYS, subscribe } from '../store.js'
import { heedWordPress, tellWordPress } from './wordpress.js'

/** Show the map alone, in a frame of another page: links out, and reports its height. */
export function initEmbedded() {
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
  // Under the map the legend is folded: map and disclaimer are what a low frame holds.
  const fold = () => {
    query('.legend', HTMLDetailsElement).open = legendBeside.matches
  }
  fold()
  legendBeside.addEventListener('change', fold)
  query('#list > details', HTMLDetailsElement).open = false
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'presence-map', height, title: format('title') }, '*')
    tellWordPress(height)
  }
  heedWordPress(tell)
  new ResizeObserver(tell).observe(document.documentElement)
}
