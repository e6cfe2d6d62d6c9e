'use strict'

/** Zoom buttons, a way back to the whole world, and limits counted in pixels of the projection. */
function addControls(map) {
  const frame = EqualEarth.frame()
  const fit = () => {
    const zoom = map.getBoundsZoom(frame)
    map.setMinZoom(zoom)
    return zoom
  }
  const world = () => map.setView(frame.getCenter(), fit(), { animate: false })
  const acts = { zoom_in: () => map.zoomIn(1), zoom_out: () => map.zoomOut(1), world }
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', acts[button.dataset.act])
  }
  map.setMaxBounds(frame)
  world()
  map.on('resize', () => {
    const atWorld = map.getZoom() <= map.getMinZoom() + 0.01
    fit()
    if (atWorld) world()
  })
}
