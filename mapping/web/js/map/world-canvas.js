import { whenIdle } from '../idle.js'
import { boxFrom } from '../pure/boxes.js'
import { inSlices } from '../slices.js'
import { isInDrawn } from './drawn-view.js'

/** @import { LeafletMap, LeafletPoint } from './leaflet.d.ts' */
/** @import { WorldDrawing } from './world-drawing.js' */

/** How much more than what is in view is drawn, on each side, so that a short way needs no new drawing. */
const PADDING = 0.25

/**
 * What is in view of the world, on a canvas of that size. While Leaflet animates a zoom it scales the
 * canvas; at the end, and where the view has moved beyond what is drawn, it is drawn again.
 */
export class WorldCanvas extends L.Renderer {
  /** @param {WorldDrawing} drawing */
  constructor(drawing) {
    super({ padding: PADDING })
    this.drawing = drawing
    /**
     * A drawing that a browser shows instead where no script runs, as in a page kept as an archive. Without it, the
     * canvas is empty: a browser takes longest over the first frames of one.
     *
     * @type {Element | undefined}
     */
    this.standIn = undefined
    /** @type {LeafletPoint | undefined} the origin of the layer when it was drawn */
    this.origin = undefined
  }

  /** @override */
  getEvents() {
    return { ...super.getEvents(), move: this._update, resize: this.redraw }
  }

  _initContainer() {
    this._container = document.createElement('canvas')
  }

  _destroyContainer() {
    this._container.remove()
  }

  /**
   * Draw what is in view, where it is not drawn yet.
   *
   * @override
   */
  _update() {
    if (this._map._animatingZoom || isInDrawn(this)) return
    super._update()
    this.draw(this._map.getPixelOrigin(), this._map.getZoom())
  }

  /**
   * Make what a zoom needs, by itself a step nearer, while the browser has nothing else to do.
   *
   * @param {number} [zoom]
   */
  prepare(zoom = this._map.getZoom() + 1) {
    const scale = pixelsPerUnit(this._map, this.drawing, zoom) * window.devicePixelRatio
    inSlices(this.drawing.levels.makePaths(scale), whenIdle)
  }

  /**
   * Show the world from now on.
   *
   * @param {Element} standIn
   */
  begin(standIn) {
    this.standIn = standIn
    for (const own of ['height', 'style', 'width']) standIn.removeAttribute(own)
    this._container.append(standIn)
    this.redraw()
  }

  /** Draw the same again, in other colours for example. */
  redraw() {
    this.origin = undefined
    this._update()
  }

  /**
   * Draw what is within the bounds.
   *
   * @param {LeafletPoint} origin of the layer, in pixels of the world
   * @param {number} zoom
   */
  draw(origin, zoom) {
    const { _bounds: { min }, _container: canvas, drawing } = this
    const size = this._bounds.getSize()
    const [dots, scale] = [window.devicePixelRatio, pixelsPerUnit(this._map, drawing, zoom)]
    const [width, height] = [size.x, size.y].map((side) => Math.round(side * dots))
    L.DomUtil.setPosition(canvas, min)
    const context = canvas.getContext('2d')
    if (!context) return
    // A canvas that is given a size, also the one it has, is made anew.
    if (canvas.width === width && canvas.height === height) context.resetTransform()
    else {
      Object.assign(canvas, { height, width })
      Object.assign(canvas.style, { height: `${size.y}px`, width: `${size.x}px` })
    }
    context.clearRect(0, 0, width, height)
    if (!this.standIn) return
    const unit = scale * dots
    context.setTransform(unit, 0, 0, unit, -(min.x + origin.x) * dots, -(min.y + origin.y) * dots)
    const [x, y, across, down] = [min.x + origin.x, min.y + origin.y, size.x, size.y]
      .map((pixels) => pixels / scale)
    this.standIn.setAttribute('viewBox', `${x} ${y} ${across} ${down}`)
    drawing.paint(context, unit, scale, boxFrom({ x, y }, { width: across, height: down }))
    this.origin = origin
  }
}

/**
 * Return how many pixels of the map a unit of the drawing is.
 *
 * @param {LeafletMap} map
 * @param {WorldDrawing} drawing
 * @param {number} zoom
 */
export function pixelsPerUnit(map, { width }, zoom = map.getZoom()) {
  return map.options.crs.scale(zoom) / width
}
