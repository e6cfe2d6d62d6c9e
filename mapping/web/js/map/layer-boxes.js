/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Return what of the layer is in view.
 *
 * @param {LeafletMap} map
 */
export function viewBox(map) {
  return {
    min: map.containerPointToLayerPoint([0, 0]),
    max: map.containerPointToLayerPoint(map.getSize()),
  }
}

/**
 * Return what of the layer lies under an element.
 *
 * @param {LeafletMap} map
 * @param {Element} other
 */
export function boxUnder(map, other) {
  const { left, top } = map.getContainer().getBoundingClientRect()
  const box = other.getBoundingClientRect()
  return {
    min: map.containerPointToLayerPoint([box.left - left, box.top - top]),
    max: map.containerPointToLayerPoint([box.right - left, box.bottom - top]),
  }
}
