import { onAppearanceChange } from '../media.js'
import { overlap } from '../pure/boxes.js'
import { besideLines } from '../pure/coasts.js'
import { boundingBox, isInArea, touchesBox, touchesLine } from '../pure/hit-test.js'
import { OpeningView } from './opening-view.js'
import { whenStill } from './when-still.js'
import { pixelsPerUnit, WorldCanvas } from './world-canvas.js'
import { WorldDrawing } from './world-drawing.js'
import { worldFrame } from './world-frame.js'

/** @import { AreaShape, Box, Point, Run, Segment, World } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/**
 * An area, and the box around it.
 *
 * @typedef {Omit<AreaShape, 'runs'> & { box: Box, runs: Run[] }} Extent
 */

/** Fills of areas over which no line of ours runs, and no name of another stands. */
export const UNSETTLED = ['territory', 'undetermined']
/** Pixels: of what is smaller nothing can be seen under a name or line, or taken for it. */
const LEAST_SEEN = 4

/**
 * The world under the symbols. It comes projected; on the screen it is drawn on a canvas, on paper as one
 * drawing that any printer draws sharp.
 */
export class Basemap {
  /**
   * @param {LeafletMap} map
   * @param {World} world
   */
  constructor(map, world) {
    this.map = map
    this.drawing = new WorldDrawing(map, world)
    L.svgOverlay(this.drawing.element, worldFrame(map), { interactive: false }).addTo(map)
    this.canvas = new WorldCanvas(this.drawing)
    /** @type {OpeningView | undefined} in the place of the canvas until that is begun */
    this.opening = new OpeningView(map, this.drawing)
    this.canvas.addTo(map)
    this.opening.element.before(this.canvas._container) // under the leaders
    map.once('move resize zoomstart', () => this.begin())
    map.on('zoomanim', ({ zoom }) => this.canvas.prepare(zoom))
    whenStill(map, () => this.canvas.prepare())
    onAppearanceChange(() => {
      this.drawing.forgetStyles()
      this.redraw()
    })
    window.addEventListener('beforeprint', () => this.print(true))
    window.addEventListener('afterprint', () => this.print(false))
    /** @type {{ extents?: Extent[], parted?: Set<string> }} what the first to ask waits for */
    this.found = {}
    this.known = { scale: NaN, zoom: NaN }
    this.seen = { areas: /** @type {Extent[]} */ ([]), scale: NaN }
  }

  get extents() {
    this.found.extents ??= this.drawing.areas.map(({ at, code, fill, name, runs }) => ({
      at,
      box: boundingBox(this.drawing.arcs, runs),
      code,
      fill,
      name,
      runs,
    }))
    return this.found.extents
  }

  /** Territories and areas of undetermined status that are large enough to be seen. */
  get unsettled() {
    if (this.seen.scale !== this.scale) {
      const areas = this.extents.filter(({ box: { max, min }, fill }) =>
        UNSETTLED.includes(fill) &&
        Math.max(max.x - min.x, max.y - min.y) * this.scale > LEAST_SEEN
      )
      this.seen = { areas, scale: this.scale }
    }
    return this.seen.areas
  }

  /**
   * Whether an armistice line parts an area from another.
   *
   * @param {string} code
   */
  isParted(code) {
    const { areas, lines } = this.drawing
    this.found.parted ??= besideLines(areas, lines.filter((line) => line.class === 'armistice'))
    return this.found.parted.has(code)
  }

  /** How many pixels a unit of the drawing has. */
  get scale() {
    const zoom = this.map.getZoom()
    if (this.known.zoom !== zoom) {
      this.known = { scale: pixelsPerUnit(this.map, this.drawing), zoom }
    }
    return this.known.scale
  }

  /**
   * Fill as hosts those of the hosts that have a presence in one of these countries.
   *
   * @param {Set<string>} countries
   */
  fillHosts(countries) {
    if (this.drawing.fillHosts(countries)) this.redraw()
  }

  /** Draw on the canvas from now on. */
  begin() {
    if (!this.opening) return
    this.canvas.begin(this.opening.element)
    this.opening = undefined
  }

  redraw() {
    if (this.opening) this.opening.draw()
    else this.canvas.redraw()
  }

  /** @param {boolean} onPaper */
  print(onPaper) {
    this.drawing.fillElement(onPaper)
    this.map.getContainer().classList.toggle('on-paper', onPaper)
  }

  /**
   * Return the area at a point of the map's frame, in pixels; nothing in the open sea.
   *
   * @param {Point} point
   */
  areaAt({ x, y }) {
    return this.areaOnLayer(this.map.containerPointToLayerPoint([x, y]))
  }

  /**
   * Return the area at a point of the layer.
   *
   * @param {Point} point
   */
  areaOnLayer(point) {
    const at = this.fromLayer(point)
    return this.extents.find((area) => isInArea(at, this.drawing.arcs, area))
  }

  /**
   * Whether some of an area may be in view.
   *
   * @param {string} code
   */
  isInView(code) {
    const { x, y } = this.map.getSize()
    const [min, max] = [this.toDrawing({ x: 0, y: 0 }), this.toDrawing({ x, y })]
    return this.extents.some(({ box, code: found }) => found === code && overlap(box, { min, max }))
  }

  /**
   * Whether a name touches no territory, and no area whose status is undetermined: it could be taken for that
   * of the area.
   *
   * @param {Box} box on the layer, in pixels
   * @param {string} [own] code of one that does not count
   */
  standsClear({ max, min }, own) {
    const box = { min: this.fromLayer(min), max: this.fromLayer(max) }
    return !this.unsettled.some((area) =>
      area.code !== own && touchesBox(box, this.drawing.arcs, area)
    )
  }

  /**
   * Whether a line runs over none of these: there, any line could be taken for one of the map's own.
   *
   * @param {Segment} line on the layer, in pixels
   * @param {string} [own] code of one that does not count
   */
  runsClear([from, to], own) {
    /** @type {Segment} */
    const line = [this.fromLayer(from), this.fromLayer(to)]
    return !this.unsettled.some((area) =>
      area.code !== own && touchesLine(line, this.drawing.arcs, area)
    )
  }

  /**
   * @param {Point} point of the map's frame, in pixels
   * @returns {Point} in units of the drawing
   */
  toDrawing({ x, y }) {
    return this.fromLayer(this.map.containerPointToLayerPoint([x, y]))
  }

  /**
   * @param {Point} point in units of the drawing
   * @returns {Point} of the layer, in pixels
   */
  toLayer({ x, y }) {
    const { scale } = this
    const origin = this.map.getPixelOrigin()
    return { x: x * scale - origin.x, y: y * scale - origin.y }
  }

  /**
   * @param {Point} point of the layer, in pixels
   * @returns {Point} in units of the drawing
   */
  fromLayer({ x, y }) {
    const { scale } = this
    const origin = this.map.getPixelOrigin()
    return { x: (x + origin.x) / scale, y: (y + origin.y) / scale }
  }
}
