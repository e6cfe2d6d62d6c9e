import { query, queryAll } from '../dom.js'
import { hasCoarsePointer, isFramed, prefersReducedMotion } from '../media.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { Symbols } from '../map/symbols.js' */
/** @import { MapViewport } from '../map/viewport.js' */

/**
 * Zoom and pan buttons, and shortcuts to the world and to OHCHR's regions.
 *
 * @param {LeafletMap} map
 * @param {MapViewport} viewport
 * @param {Symbols} symbols
 */
export function addMapControls(map, viewport, symbols) {
  /** @type {Record<string, () => void>} */
  const acts = {
    zoom_in: () => {
      viewport.height.rise() // by a button it is the middle that stays in its place
      map.zoomIn(1)
    },
    zoom_out: () => map.zoomOut(1),
    world: () => viewport.whole(),
  }
  for (const button of queryAll('[data-act]', HTMLElement)) {
    button.addEventListener('click', acts[button.dataset.act ?? ''])
  }
  for (const button of queryAll('[data-region]', HTMLElement)) {
    const anchors = symbols.entries
      .filter(({ place }) => place.counted && place.region === button.dataset.region)
      .map(({ anchor }) => anchor)
    button.addEventListener('click', () => viewport.show(anchors))
  }
  addFollowing(viewport)
  addPanning(map, viewport)
}

/**
 * Bring the map back into view when a finger asks for a region under it. A key leaves its focus in view, and over
 * the map a button stays under the finger.
 *
 * @param {MapViewport} viewport
 */
function addFollowing(viewport) {
  const world = query('.world', HTMLElement)
  for (const button of queryAll('.regions button', HTMLElement)) {
    button.addEventListener('click', ({ detail }) => {
      const isUnder = button.getBoundingClientRect().top > world.getBoundingClientRect().top
      if (isUnder && detail && hasCoarsePointer() && !isFramed()) viewport.scrollIntoView()
    })
  }
}

/**
 * What dragging does, by buttons, by a third of the view: wherever there is more of the world than is in view.
 *
 * @param {LeafletMap} map
 * @param {MapViewport} viewport
 */
function addPanning(map, viewport) {
  const pans = query('.pans', HTMLElement)
  for (const button of queryAll('[data-pan]', HTMLElement, pans)) {
    const [right, down] = (button.dataset.pan ?? '').split(' ').map(Number)
    button.addEventListener('click', () => {
      const { x, y } = map.getSize()
      map.panBy([right * x / 3, down * y / 3], { animate: !prefersReducedMotion() })
    })
  }
  const show = () => {
    pans.hidden = viewport.showsAll()
  }
  map.on('zoomend', show)
  show()
}
