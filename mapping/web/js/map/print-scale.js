/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * Before printing, give the style sheet the size of the map: it is scaled to fit the sheet, or the frame
 * on a sheet of the host's page.
 *
 * @param {LeafletMap} map
 */
export function scaleForPrint(map) {
  const frame = /** @type {HTMLElement} */ (map.getContainer().parentElement)
  window.addEventListener('beforeprint', () => {
    const { x, y } = map.getSize()
    const [width, height] = [x, y].map((side) => `${side}px`)
    frame.style.setProperty('--map-width', width)
    Object.assign(frame.style, { inlineSize: width, blockSize: height })
  })
  window.addEventListener(
    'afterprint',
    () => Object.assign(frame.style, { inlineSize: '', blockSize: '' }),
  )
}
