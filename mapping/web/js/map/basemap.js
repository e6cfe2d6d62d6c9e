import { svgElement } from '../dom.js'
import { Topology } from '../pure/topology.js'
import { worldFrame } from './world-frame.js'

/** @import { World } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Draw the world as one drawing: sea, areas, coasts, then the boundary lines above all fills.
 *
 * It comes projected; Leaflet only scales it. The style sheet gives colours and dashes.
 *
 * @param {LeafletMap} map
 * @param {World} world
 */
export function drawBasemap(map, world) {
  const [width, height] = world.size
  const topology = new Topology(world)
  const drawing = svgElement('svg', {
    preserveAspectRatio: 'none',
    viewBox: `0 0 ${width} ${height}`,
  })
  drawing.append(path('sea', seaOutline(map, width)))
  for (const { arcs, code, fill } of world.areas) {
    drawing.append(path(`area ${fill}`, topology.path(arcs), { 'data-area': code }))
  }
  drawing.append(path('coast', topology.coasts(world.areas)))
  for (const line of world.lines) {
    drawing.append(path(`line ${line.class}`, topology.path(line.arcs)))
  }
  // What is drawn is for the eye alone; each symbol has its own name.
  map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true')
  L.svgOverlay(drawing, worldFrame(map), { interactive: false }).addTo(map)
}

/**
 * @param {string} className
 * @param {string} d path data
 * @param {Record<string, string>} [attributes]
 */
function path(className, d, attributes = {}) {
  return svgElement('path', { class: className, d, ...attributes })
}

/**
 * Return the edge of the world, as path data on the drawing.
 *
 * @param {LeafletMap} map
 * @param {number} width of the drawing
 */
function seaOutline(map, width) {
  const { equalEarth } = map.options.crs
  const { min, max } = equalEarth.bounds
  const scale = width / (max.x - min.x)
  const points = equalEarth.outline().map((position) => {
    const { x, y } = equalEarth.project(position)
    return `${((x - min.x) * scale).toFixed()} ${((max.y - y) * scale).toFixed()}`
  })
  return `M${points.join('L')}Z`
}
