import { svgElement } from '../dom.js'
import { coastRuns, decodeArcs, decodeRuns, PathPen, trace } from '../pure/topology.js'
import { worldFrame } from './world-frame.js'

/** @import { Run, World } from '../types.d.ts' */
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
  const arcs = decodeArcs(world)
  /** @param {Run[]} runs */
  const pathData = (runs) => {
    const pen = new PathPen()
    trace(pen, arcs, runs)
    return pen.text
  }
  const drawing = svgElement('svg', {
    preserveAspectRatio: 'none',
    viewBox: `0 0 ${width} ${height}`,
  })
  drawing.append(path('sea', seaOutline(map, width)))
  const areas = world.areas.map(decodeRuns)
  world.areas.forEach(({ code, fill }, i) => {
    drawing.append(path(`area ${fill}`, pathData(areas[i]), { 'data-area': code }))
  })
  drawing.append(path('coast', pathData(coastRuns(areas))))
  for (const line of world.lines) {
    drawing.append(path(`line ${line.class}`, pathData(decodeRuns(line))))
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
