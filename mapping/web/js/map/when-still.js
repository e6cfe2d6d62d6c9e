import { prefersReducedMotion } from '../media.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/** Milliseconds that the map stands still: no other movement has followed. */
const STILL_MS = 100

/**
 * Act whenever the map has come to rest; at once where nothing moves.
 *
 * @param {LeafletMap} map
 * @param {() => void} act
 */
export function whenStill(map, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  map.on('movestart', () => clearTimeout(timer))
  map.on('moveend', () => {
    clearTimeout(timer)
    if (prefersReducedMotion()) act()
    else timer = setTimeout(act, STILL_MS)
  })
}
