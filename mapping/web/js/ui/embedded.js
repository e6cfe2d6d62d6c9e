import { query } from '../dom.js'
import { legendBeside } from '../media.js'
import { format } from '../messages.js'
import { linkFullPage } from './full-page.js'
import { heedWordPress, tellWordPress } from './wordpress.js'

/** Show the map alone, in a frame of another page: links out, and reports its height. */
export function initEmbedded() {
  linkFullPage()
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
