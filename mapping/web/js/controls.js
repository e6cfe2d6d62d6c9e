'use strict'

/** Zoom buttons, a way back to the whole world, and limits counted in pixels of the projection. */
function addControls(map) {
  const frame = EqualEarth.frame()
  const margin = 12
  const fit = () => {
    const { x, y } = map.getSize()
    const hidden = Math.min(x, y) <= 2 * margin
    // Not setMinZoom: that would start a zoom of its own, and the map would not stand still when ready.
    if (!hidden) map.options.minZoom = map.getBoundsZoom(frame, false, L.point(margin, margin))
    return map.getMinZoom()
  }
  const world = () => map.setView(frame.getCenter(), fit(), { animate: false })
  const atWorld = () => map.getZoom() <= map.getMinZoom() + 0.01
  const acts = { zoom_in: () => map.zoomIn(1), zoom_out: () => map.zoomOut(1), world }
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', acts[button.dataset.act])
  }
  map.on('zoomend', () => map.dragging[atWorld() ? 'disable' : 'enable']())
  map.on('resize', () => {
    const stay = atWorld()
    map.stop()
    fit()
    if (stay) world()
  })
  world()
  map.setMaxBounds(frame)
  leaveScrolling(map.getContainer().parentElement)
}

/** The wheel scrolls the page; with Ctrl or ⌘ it zooms the map, and a hint says so. */
function leaveScrolling(frame) {
  const hint = document.querySelector('.hint')
  let hiding
  frame.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    hint.classList.add('shown')
    clearTimeout(hiding)
    hiding = setTimeout(() => hint.classList.remove('shown'), 1200)
  }, { capture: true, passive: true })
}
