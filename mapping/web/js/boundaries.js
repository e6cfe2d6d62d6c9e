'use strict'

/**
 * The world as one drawing: sea, areas, coasts, then the boundary lines above all fills.
 *
 * It comes projected; Leaflet only scales it. The style sheet gives colours and dashes.
 */
function drawBoundaries(map, topology, [width, height]) {
  const draw = (className, d, attributes = {}) => shape('path', { class: className, d, ...attributes })
  const world = shape('svg', { preserveAspectRatio: 'none', viewBox: `0 0 ${width} ${height}` })
  world.append(draw('sea', outline(map, width)))
  for (const { arcs, code, fill } of topology.areas) {
    world.append(draw(`area ${fill}`, topology.path(arcs), { 'data-area': code }))
  }
  world.append(draw('coast', topology.coasts()))
  for (const line of topology.lines) world.append(draw(`line ${line.class}`, topology.path(line.arcs)))
  L.svgOverlay(world, EqualEarth.frame(), { interactive: false }).addTo(map)
}

/** The edge of the world, as path data on the drawing. */
function outline(map, width) {
  const { bounds } = map.options.crs.projection
  const scale = width / (bounds.max.x - bounds.min.x)
  const points = EqualEarth.outline().map((position) => {
    const { x, y } = map.options.crs.projection.project(L.latLng(position))
    return `${((x - bounds.min.x) * scale).toFixed()} ${((bounds.max.y - y) * scale).toFixed()}`
  })
  return `M${points.join('L')}Z`
}
