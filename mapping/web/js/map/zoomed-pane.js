/** @import { LatLng, LeafletMap } from './leaflet.d.ts' */

/**
 * Let a pane follow the animation of a zoom as one picture: a browser moves one layer more smoothly
 * than each of a hundred symbols. At the end what is in it is in its place again.
 *
 * @param {LeafletMap} map
 * @param {HTMLElement} pane
 */
export function zoomAsOne(map, pane) {
  pane.classList.replace('leaflet-zoom-hide', 'leaflet-zoom-animated')
  map.on('zoomanim', ({ center, zoom }) => {
    const scale = map.getZoomScale(zoom, map.getZoom())
    const origin = map.getPixelOrigin().multiplyBy(scale)
    L.DomUtil.setTransform(pane, origin.subtract(map._getNewPixelOrigin(center, zoom)), scale)
  })
  map.on('zoomend', () => L.DomUtil.setTransform(pane, L.point(0, 0), 1))
}
