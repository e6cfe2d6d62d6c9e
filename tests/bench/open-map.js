import { worldFrame } from '../../mapping/web/js/map/world-frame.js'

/** Show the whole world on the empty map. */
export function openMap() {
  const map = window.map_world
  const frame = worldFrame(map)
  const zoom = map.getBoundsZoom(frame, false, L.point(12, 12))
  map.setView(frame.getCenter(), zoom, { animate: false })
  return map
}

/** Read the areas that the page holds. */
export function readAreas() {
  return JSON.parse(document.getElementById('areas')?.textContent ?? '')
}
