import { svgElement } from '../dom.js'
import { pathText } from '../pure/topology.js'
import { seaOutline } from './sea-outline.js'
import { worldFrame } from './world-frame.js'

/** @import { World } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Draw the sea alone, which is seen under the symbols until the land is there; return it.
 *
 * @param {LeafletMap} map
 * @param {World} world
 */
export function drawOpenSea(map, { size: [width, height] }) {
  const d = pathText([seaOutline(map, width)], [[0]])
  const sea = svgElement(
    'svg',
    { preserveAspectRatio: 'none', viewBox: `0 0 ${width} ${height}` },
    svgElement('path', { class: 'sea', d }),
  )
  // What is drawn is for the eye alone; each symbol has its own name.
  map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true')
  return L.svgOverlay(sea, worldFrame(map), { interactive: false }).addTo(map)
}
