'use strict'

/**
 * The world as one drawing: sea, areas, coasts, then the boundary lines above all fills.
 *
 * It is projected once; Leaflet then only scales it. The style sheet gives colours and dashes.
 */
function drawBoundaries(map, topology) {
  const crs = map.options.crs
  const scale = 10000
  const corner = crs.transformation.transform(crs.projection.bounds.max.clone(), scale)
  const height = crs.transformation.transform(crs.projection.bounds.min.clone(), scale).y - corner.y
  const path = (position, start) => {
    const { x, y } = crs.transformation.transform(crs.projection.project(L.latLng(position)), scale)
    return `${start ? 'M' : 'L'}${x.toFixed(1)} ${(y - corner.y).toFixed(1)}`
  }
  const line = (positions) => positions.map((position, i) => path(position, i === 0)).join('')
  const draw = (className, lines, attributes = {}) => shape('path', { class: className, d: lines.map(line).join(''), ...attributes })

  const world = shape('svg', { viewBox: `0 0 ${scale} ${height.toFixed(1)}`, preserveAspectRatio: 'none' })
  world.append(draw('sea', [EqualEarth.outline()]))
  for (const area of topology.areas) {
    world.append(draw(`area ${area.fill}`, topology.parts(area).flat(), { 'data-area': area.code }))
  }
  world.append(draw('coast', topology.coasts()))
  for (const boundary of topology.lines) {
    world.append(draw(`line ${boundary.class}`, topology.parts(boundary)))
  }
  L.svgOverlay(world, EqualEarth.frame(), { interactive: false }).addTo(map)
}
