/* Before folium's script makes the empty map: the reader's wishes, and the reference system. */
import { query } from '../dom.js'
import { prefersReducedMotion } from '../media.js'
import { restorePristine } from '../pristine.js'
import { EqualEarth } from '../pure/equal-earth.js'
import { offerMap } from '../scripts-off.js'
import { requireStyleSheets } from '../style-sheets.js'

/** @import { EqualEarthCrs, LatLng, PointLike } from './leaflet.d.ts' */

restorePristine()
requireStyleSheets()
offerMap(true)

// Symbols follow an animation with their pane (see symbol-pane.js).
L.Map.mergeOptions({ markerZoomAnimation: false })
// Leaflet does not ask whether the reader wants things to move.
if (prefersReducedMotion()) {
  L.Map.mergeOptions({
    fadeAnimation: false,
    inertia: false,
    zoomAnimation: false,
  })
}

// Tools that show a page in one of their own drop the attributes of <html>: the data are the page's own.
const { meridian } = query('#map-data', HTMLElement).dataset
L.CRS.EqualEarth = createCrs(new EqualEarth(Number(meridian)))

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
