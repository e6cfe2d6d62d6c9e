/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Return whether the map is higher than wide, or was so until it showed all of the world: then it is no
 * higher than that (see phone.css).
 *
 * @param {LeafletMap} map
 */
export function mayBeLow(map) {
  const { x, y } = map.getSize()
  return y > x || map.getContainer().classList.contains('all')
}

/**
 * Make the map as high as it is for all other views, so that they are reckoned for that height.
 *
 * @param {LeafletMap} map
 */
export function makeHigh(map) {
  const { classList } = map.getContainer()
  if (!classList.contains('all')) return
  classList.remove('all')
  map.invalidateSize({ animate: false })
}
