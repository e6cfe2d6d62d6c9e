import { query } from '../dom.js'
import { format } from '../messages.js'

/** @import { MapViewport } from '../map/viewport.js' */

/** Milliseconds for which a hint is visible. */
const HINT_MS = 1200

/**
 * Let the wheel and, in a frame, one finger scroll the page; a hint says how the map is moved.
 *
 * @param {MapViewport} viewport
 */
export function addCooperativeGestures(viewport) {
  const world = query('.world', HTMLElement)
  const hint = query('.hint', HTMLElement)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding
  /** @param {string} id */
  const show = (id) => {
    hint.textContent = format(id)
    hint.classList.add('shown')
    clearTimeout(hiding)
    hiding = setTimeout(() => hint.classList.remove('shown'), HINT_MS)
  }
  world.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    show('map.wheel')
  }, { capture: true, passive: true })
  letVerticalTouchesScroll(viewport, world)
  world.addEventListener('touchmove', ({ touches }) => {
    if (viewport.oneFingerScrolls && !viewport.showsWorld() && touches.length === 1) {
      show('map.touch')
    }
  }, { passive: true })
}

/**
 * In the world's view of an upright telephone there is more of the world to the sides, and none above or
 * below: a finger that goes up or down scrolls the page (see map.css for the browser's part in it).
 *
 * @param {MapViewport} viewport
 * @param {HTMLElement} world
 */
function letVerticalTouchesScroll(viewport, world) {
  /** @type {Touch | undefined} */
  let start
  let scrolls = false
  world.addEventListener('touchstart', ({ touches }) => {
    start = viewport.showsWorld() && touches.length === 1 ? touches[0] : undefined
    scrolls = false
  }, { capture: true, passive: true })
  world.addEventListener('touchmove', (event) => {
    if (start) {
      const { clientX, clientY } = event.touches[0]
      scrolls = Math.abs(clientY - start.clientY) > Math.abs(clientX - start.clientX)
      start = undefined
    }
    if (scrolls) event.stopPropagation()
  }, { capture: true, passive: true })
}
