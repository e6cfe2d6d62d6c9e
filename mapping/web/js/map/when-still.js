import { prefersReducedMotion } from '../media.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/** Milliseconds that the map stands still: no other movement has followed. */
const STILL_MS = 100

/**
 * Act whenever the map has come to rest; where nothing moves, as soon as it is in its view: of
 * another size, it gets there in two moves.
 *
 * @param {LeafletMap} map
 * @param {() => void} act
 */
export function whenStill(map, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  let isDue = false
  map.on('movestart', () => clearTimeout(timer))
  map.on('moveend', () => {
    clearTimeout(timer)
    if (!prefersReducedMotion()) timer = setTimeout(act, STILL_MS)
    else if (!isDue) {
      isDue = true
      queueMicrotask(actOnce)
    }
  })

  function actOnce() {
    isDue = false
    act()
  }
}
