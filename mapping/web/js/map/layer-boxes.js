import { widened } from '../pure/boxes.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/** Pixels between what is written on the map and its edge, or a control on it. */
const CLEARANCE = 4

/**
 * Return where on the layer names may be written: what is in view, up to a little within its edge.
 *
 * @param {LeafletMap} map
 * @param {number} [within] how far within it
 */
export function viewBox(map, within = CLEARANCE) {
  const box = {
    min: map.containerPointToLayerPoint([0, 0]),
    max: map.containerPointToLayerPoint(map.getSize()),
  }
  return widened(box, -within)
}

/**
 * Return what of the layer lies under a control, and a little around it.
 *
 * @param {LeafletMap} map
 * @param {Element} control
 * @param {number} [around] how far around it
 */
export function boxUnder(map, control, around = CLEARANCE) {
  const { left, top } = map.getContainer().getBoundingClientRect()
  const box = control.getBoundingClientRect()
  const under = {
    min: map.containerPointToLayerPoint([box.left - left, box.top - top]),
    max: map.containerPointToLayerPoint([box.right - left, box.bottom - top]),
  }
  return widened(under, around)
}
