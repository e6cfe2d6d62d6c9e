/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Return the frame of the world in degrees: its corners project to the map's corners.
 *
 * @param {LeafletMap} map
 */
export function worldFrame({ options: { crs } }) {
  const { min, max } = crs.projection.bounds
  return L.latLngBounds(crs.projection.unproject(min), crs.projection.unproject(max))
}
