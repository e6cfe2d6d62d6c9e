/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Before printing, give the style sheet the size of the map: it is scaled to fit the sheet, or the frame
 * on a sheet of the host's page.
 *
 * @param {LeafletMap} map
 */
export function scaleForPrint(map) {
  window.addEventListener('beforeprint', () => {
    const { x: width, y: height } = map.getSize()
    const style = frameStyle(map)
    style?.setProperty('--map-width', `${width}px`)
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
