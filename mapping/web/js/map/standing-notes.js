import { queryAll } from '../dom.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Let standing notes follow the view: each is visible while one of its areas is in view.
 *
 * @param {LeafletMap} map
 */
export function updateStandingNotes(map) {
  const notes = queryAll('[data-note-areas]', HTMLElement).map((item) => ({
    item,
    shapes: (item.dataset.noteAreas ?? '').split(' ').flatMap((code) =>
      queryAll(`[data-area="${code}"]`, SVGElement)
    ),
  }))
  /** @param {Element} shape */
  const inView = (shape) => {
    const [a, b] = [shape.getBoundingClientRect(), map.getContainer().getBoundingClientRect()]
    return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
  }
  const update = () => {
    for (const { item, shapes } of notes) item.hidden = !shapes.some(inView)
  }
  map.on('moveend', update)
  update()
}
