/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Return the edge of the world as an arc of the drawing.
 *
 * @param {LeafletMap} map
 * @param {number} width of the drawing
 */
export function seaOutline(map, width) {
  const { equalEarth } = map.options.crs
  const { min, max } = equalEarth.bounds
  const scale = width / (max.x - min.x)
  const points = equalEarth.outline().map((position) => equalEarth.project(position))
  return Int32Array.from([...points, points[0]].flatMap(({ x, y }) => [
    Math.round((x - min.x) * scale),
    Math.round((max.y - y) * scale),
  ]))
}
