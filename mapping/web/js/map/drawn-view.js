/** @import { Drawn } from './leaflet.d.ts' */

/**
 * Whether all that is in view is within what is drawn.
 *
 * @param {Drawn} drawn
 */
export function isInDrawn({ _bounds, _map, _zoom, origin }) {
  if (!origin?.equals(_map.getPixelOrigin()) || _zoom !== _map.getZoom()) return false
  const size = _map.getSize()
  return [[0, 0], [size.x, size.y]].every(([x, y]) =>
    _bounds.contains(_map.containerPointToLayerPoint([x, y]))
  )
}
