import { element } from '../dom.js'
import { format, textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { centredBox, contains, overlap } from '../pure/boxes.js'

/** @import { Box } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/** Doublings above the whole world from which there is room for them. */
const LEAST_ZOOM = 1

/**
 * Write the names of countries that have a presence and no label that says their name, such as the
 * host of a regional office: in a near view, in the middle of the country and nowhere else, where the
 * labels leave room; for the eye alone.
 *
 * @param {LeafletMap} map
 * @param {HTMLElement} pane
 * @param {Box[]} taken boxes of symbols and labels; those of the names are added
 * @param {Box} frame what is in view
 */
export function nameCountries(map, pane, taken, frame) {
  if (map.getZoom() < map.getMinZoom() + LEAST_ZOOM) return
  for (const { latitude, longitude, name } of pageData.countries) {
    const east = map.options.crs.equalEarth.wrapLongitude(longitude)
    const middle = map.latLngToLayerPoint([latitude, east])
    if (!contains(frame, { min: middle, max: middle })) continue
    const text = element('div', { class: 'country', dir: textDirection() }, format(name))
    pane.append(text)
    const box = centredBox(middle, text.getBoundingClientRect())
    if (contains(frame, box) && !taken.some((other) => overlap(box, other))) {
      taken.push(box)
      text.style.left = `${box.min.x}px`
      text.style.top = `${box.min.y}px`
    } else text.remove()
  }
}
