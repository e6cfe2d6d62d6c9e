import { svgElement } from '../dom.js'
import { pixelsPerUnit } from './world-canvas.js'

/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { WorldDrawing } from './world-drawing.js' */

/** How many times less detail it has: it is seen for a moment. */
const COARSER = 1.4

/**
 * What the map opens with, as elements: these a browser paints beside the scripts of a page, and a canvas
 * between them.
 */
export class OpeningView {
  /**
   * @param {LeafletMap} map
   * @param {WorldDrawing} drawing
   */
  constructor(map, drawing) {
    this.map = map
    this.drawing = drawing
    this.element = svgElement('svg', { class: 'opening' })
    map.getPane('overlayPane')?.append(this.element)
    this.draw()
  }

  draw() {
    const { drawing, element, map } = this
    const [{ x, y }, origin, scale] = [
      map.getSize(),
      map.getPixelOrigin(),
      pixelsPerUnit(map, drawing),
    ]
    const start = map.containerPointToLayerPoint([0, 0])
    const box = [start.x + origin.x, start.y + origin.y, x, y].map((pixels) => pixels / scale)
    element.setAttribute('viewBox', box.join(' '))
    element.setAttribute('width', `${x}`)
    element.setAttribute('height', `${y}`)
    element.replaceChildren(...drawing.elements(scale * window.devicePixelRatio / COARSER))
    L.DomUtil.setPosition(element, start)
  }
}
