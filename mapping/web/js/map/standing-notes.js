import { queryAll } from '../dom.js'
import { whenStill } from './when-still.js'

/** @import { Basemap } from './basemap.js' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Update the standing notes with the view: each is visible while one of its areas is in view.
 *
 * @param {LeafletMap} map
 * @param {Basemap} basemap
 */
export function updateStandingNotes(map, basemap) {
  const notes = queryAll('[data-note-areas]', HTMLElement).map((item) => ({
    item,
    areas: (item.dataset.noteAreas ?? '').split(' '),
  }))
  const update = () => {
    for (const { areas, item } of notes) {
      item.hidden = !areas.some((code) => basemap.isInView(code))
    }
  }
  whenStill(map, update)
  update()
}
