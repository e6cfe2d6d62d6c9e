/** @import { LeafletMap } from './leaflet.d.ts' */

/** What a landscape page is wide, in pixels of CSS. */
const PRINTABLE_WIDTH = 960

/**
 * Before printing, tell the style sheet by how much the map must be scaled to fit a landscape page.
 *
 * @param {LeafletMap} map
 */
export function scaleForPrint(map) {
  window.addEventListener('beforeprint', () => {
    const { x: width, y: height } = map.getSize()
    const style = frameStyle(map)
    style?.setProperty('--print-zoom', String(PRINTABLE_WIDTH / width))
    style?.setProperty('inline-size', `${width}px`)
    style?.setProperty('block-size', `${height}px`)
  })
  window.addEventListener('afterprint', () => {
    frameStyle(map)?.removeProperty('inline-size')
    frameStyle(map)?.removeProperty('block-size')
  })
}

/** @param {LeafletMap} map */
function frameStyle(map) {
  return map.getContainer().parentElement?.style
}
