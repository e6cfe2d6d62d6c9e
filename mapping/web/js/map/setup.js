/* Before folium's script makes the empty map: the reader's wishes, and the reference system. */
import { prefersReducedMotion } from '../media.js'
import { restorePristine } from '../pristine.js'
import { EqualEarth } from '../pure/equal-earth.js'

/** @import { EqualEarthCrs, LatLng, PointLike } from './leaflet.d.ts' */

restorePristine()

// Leaflet does not ask whether the reader wants things to move.
if (prefersReducedMotion()) {
  L.Map.mergeOptions({
    fadeAnimation: false,
    inertia: false,
    markerZoomAnimation: false,
    zoomAnimation: false,
  })
}

L.CRS.EqualEarth = createCrs(new EqualEarth(Number(document.documentElement.dataset.meridian)))

/**
 * Return the projection as a Leaflet reference system.
 *
 * @param {EqualEarth} equalEarth
 * @returns {EqualEarthCrs}
 */
function createCrs(equalEarth) {
  const { min, max } = equalEarth.bounds
  const projection = {
    bounds: L.bounds([min.x, min.y], [max.x, max.y]),
    /** @param {LatLng} latLng */
    project({ lat, lng }) {
      const { x, y } = equalEarth.project({ latitude: lat, longitude: lng })
      return L.point(x, y)
    },
    /** @param {PointLike} point */
    unproject(point) {
      const [x, y] = Array.isArray(point) ? point : [point.x, point.y]
      const { latitude, longitude } = equalEarth.unproject({ x, y })
      return L.latLng(latitude, longitude)
    },
  }
  const [side, pole] = [max.x, max.y]
  return L.extend({}, L.CRS.Earth, {
    code: 'ESRI:54035',
    equalEarth,
    projection,
    wrapLng: undefined,
    transformation: L.transformation(0.5 / side, 0.5, -0.5 / side, (0.5 * pole) / side),
  })
}
