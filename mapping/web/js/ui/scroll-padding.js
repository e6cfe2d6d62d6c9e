import { query } from '../dom.js'

/** Let the style sheet know how high the part is that sticks to the end of the window. */
export function measureFoot() {
  const foot = query('.foot', HTMLElement)
  const followers = [document.documentElement, query('.acts', HTMLElement)]
  new ResizeObserver(() => {
    for (const { style } of followers) style.setProperty('--foot', `${foot.offsetHeight}px`)
  }).observe(foot)
}
