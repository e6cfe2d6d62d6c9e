import { svgElement } from '../dom.js'
import { pathText } from '../pure/topology.js'
import { seaOutline } from './sea-outline.js'
import { worldFrame } from './world-frame.js'

/** @import { LeafletMap } from './leaflet.d.ts' */

/** Units that the drawing is wide: finer than any screen. */
const WIDTH = 10_000

/**
 * Draw the sea alone, which is seen under the symbols until the land is there; return it.
 *
 * @param {LeafletMap} map
 */
export function drawOpenSea(map) {
  const { max, min } = map.options.crs.equalEarth.bounds
  const height = Math.round(WIDTH * (max.y - min.y) / (max.x - min.x))
  const d = pathText([seaOutline(map, WIDTH)], [[0]])
  const sea = svgElement(
    'svg',
    { preserveAspectRatio: 'none', viewBox: `0 0 ${WIDTH} ${height}` },
    svgElement('path', { class: 'sea', d }),
  )
  // What is drawn is for the eye alone; each symbol has its own name.
  map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true')
  return L.svgOverlay(sea, worldFrame(map), { interactive: false }).addTo(map)
}
