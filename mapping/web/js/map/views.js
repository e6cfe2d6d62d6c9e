/** @import { Place, Point } from '../types.d.ts' */
/** @import { LatLng, LeafletMap, LeafletPoint } from './leaflet.d.ts' */

/** How many times their box a view must be to leave room for the labels of places. */
const LABEL_ROOM = 1.35
/** Pixels over and under places: so far a symbol stands off its place at most, and is high itself. */
const EDGE = 34
/** Pixels beside places so many times wider than high, on a map that is not: their labels are over and under them. */
const [SIDE, SO_FLAT] = [22, 2]
/** How many times larger than in the world's view places must be, for the page to open with them. */
const MUCH_NEARER = 1.5

/**
 * Return the point of a place on the map, whose longitudes go on beyond 180 degrees.
 *
 * @param {LeafletMap} map
 * @param {Place} place
 */
export function anchorOf(map, { latitude, longitude }) {
  return L.latLng(latitude, map.options.crs.equalEarth.wrapLongitude(longitude))
}

/**
 * Return the view of some places, as near as they all fit with room for their labels.
 *
 * @param {LeafletMap} map
 * @param {LeafletPoint[]} points of the world at zoom 0
 * @param {Point} [room] of the map that they may take, in pixels
 */
function viewOf(map, points, room = map.getSize().divideBy(LABEL_ROOM)) {
  const box = L.bounds(points)
  const { x, y } = box.getSize()
  const zoom = Math.min(Math.log2(Math.min(room.x / x, room.y / y)), map.getMaxZoom())
  return { centre: map.unproject(box.getCenter(), 0), zoom }
}

/**
 * Return the same, nearer where over and under them is more room than their labels need, which are low.
 *
 * @param {LeafletMap} map
 * @param {LatLng[]} anchors
 */
export function closeViewOf(map, anchors) {
  const { x, y } = map.getSize()
  const points = anchors.map((anchor) => map.project(anchor, 0))
  const box = L.bounds(points).getSize()
  const isFlat = y > x && box.x > SO_FLAT * box.y
  return viewOf(map, points, {
    x: isFlat ? x - 2 * SIDE : x / LABEL_ROOM,
    y: Math.max(y / LABEL_ROOM, y - 2 * EDGE),
  })
}

/**
 * Return the view of all places where they are so close together, as in one country or region, that
 * the world around them would only make them small; where the world is wider than the screen, its part that
 * has them all; else none.
 *
 * @param {LeafletMap} map
 * @param {LeafletPoint[]} points of the world at zoom 0
 * @param {number} worldZoom
 */
export function nearView(map, points, worldZoom) {
  if (!points.length) return undefined
  const view = viewOf(map, points)
  if (view.zoom > worldZoom + Math.log2(MUCH_NEARER)) return view
  const fits = view.zoom > worldZoom - Math.log2(LABEL_ROOM)
  if (!fits || worldZoom === map.getMinZoom()) return undefined
  const middle = L.point(L.bounds(points).getCenter().x, map.project(L.latLng(0, 0), 0).y)
  return { centre: map.unproject(middle, 0), zoom: worldZoom }
}

/**
 * Return whether the map shows a view.
 *
 * @param {LeafletMap} map
 * @param {{ centre: LatLng, zoom: number }} view
 */
export function isAt(map, { centre, zoom }) {
  const off = map.project(centre).distanceTo(map.project(map.getCenter()))
  return off < 2 && Math.abs(map.getZoom() - zoom) < 0.01
}

/**
 * Return whether what reaches so many pixels around a point is wholly in view. A box in degrees would
 * not tell: it is no box on this map.
 *
 * @param {LeafletMap} map
 * @param {LatLng} middle
 * @param {number} edge
 */
export function isInView(map, middle, edge) {
  const { x, y } = map.latLngToContainerPoint(middle)
  const size = map.getSize()
  return x >= edge && y >= edge && x <= size.x - edge && y <= size.y - edge
}

/**
 * Return the view as the address has it: doublings above the whole world, latitude, longitude.
 *
 * @param {LeafletMap} map
 */
export function viewText(map) {
  const { lat, lng } = map.getCenter()
  const doublings = map.getZoom() - map.getMinZoom()
  return [doublings, lat, lng].map((number) => number.toFixed(2)).join('/')
}

/**
 * Return the view that the address has.
 *
 * @param {LeafletMap} map
 * @param {string} text
 */
export function viewFrom(map, text) {
  const [doublings, latitude, longitude] = text.split('/').map(Number)
  const centre = L.latLng(latitude, map.options.crs.equalEarth.clampLongitude(longitude))
  return { centre, zoom: map.getMinZoom() + doublings }
}
