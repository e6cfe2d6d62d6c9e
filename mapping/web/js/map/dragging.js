import { whenStill } from './when-still.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Let the map be dragged unless it is fixed; return what does so at once. It is done once the map stands still, or
 * is taken hold of: another pointer makes the browser style all that is in the map.
 *
 * @param {LeafletMap} map
 * @param {() => boolean} isFixed
 */
export function allowDragging(map, isFixed) {
  const allow = () => map.dragging[isFixed() ? 'disable' : 'enable']()
  whenStill(map, allow)
  map.getContainer().addEventListener('pointerdown', allow, true)
  return allow
}
