import { onAppearanceChange } from '../media.js'
import { centreOf, middleLine, overlap } from '../pure/boxes.js'
import { boundingBox, isInArea } from '../pure/hit-test.js'
import { LandRows } from '../pure/land-rows.js'
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

/** Fills of areas over which no line of ours runs, and where on a line is looked. */
export const UNSETTLED = ['territory', 'undetermined']
const PARTS = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]

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
    // What is drawn is for the eye alone; each symbol has its own name.
    map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true')
    L.svgOverlay(this.drawing.element, worldFrame(map), { interactive: false }).addTo(map)
    this.canvas = new WorldCanvas(this.drawing).addTo(map)
    whenStill(map, () => this.canvas.prepare())
    onAppearanceChange(() => {
      this.drawing.forgetStyles()
      this.canvas.redraw()
    })
    window.addEventListener('beforeprint', () => this.print(true))
    window.addEventListener('afterprint', () => this.print(false))
    /** @type {{ extents?: Extent[], land?: LandRows, unsettled?: Extent[] }} what the first to ask waits for */
    this.found = {}
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

  get land() {
    this.found.land ??= new LandRows(this.drawing.arcs, this.drawing.coasts)
    return this.found.land
  }

  get unsettled() {
    this.found.unsettled ??= this.extents.filter(({ fill }) => UNSETTLED.includes(fill))
    return this.found.unsettled
  }

  /**
   * Fill as hosts those of the hosts that have a presence in one of these countries.
   *
   * @param {Set<string>} countries
   */
  fillHosts(countries) {
    if (this.drawing.fillHosts(countries)) this.canvas.redraw()
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
   * Whether a line runs over no territory, and no area whose status is undetermined: there, any line
   * could be taken for one of the map's own.
   *
   * @param {Segment} line on the layer, in pixels
   * @param {string} [own] code of one that does not count
   */
  isSettled([from, to], own) {
    const [start, end] = [this.fromLayer(from), this.fromLayer(to)]
    const along = {
      min: { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) },
      max: { x: Math.max(start.x, end.x), y: Math.max(start.y, end.y) },
    }
    const beside = this.unsettled.filter(({ box, code }) => code !== own && overlap(box, along))
    return !beside.some((area) =>
      PARTS.some((part) => {
        const at = {
          x: start.x + (end.x - start.x) * part,
          y: start.y + (end.y - start.y) * part,
        }
        return isInArea(at, this.drawing.arcs, area)
      })
    )
  }

  /**
   * Whether the middle or an end of a box stands on land.
   *
   * @param {Box} box on the layer, in pixels
   */
  isOnLand(box) {
    return [centreOf(box), ...middleLine(box)].some((at) => this.land.has(this.fromLayer(at)))
  }

  /**
   * Whether the middle of a box stands in an area.
   *
   * @param {Box} box on the layer, in pixels
   * @param {string} code of the area
   */
  isWithin(box, code) {
    const at = this.fromLayer(centreOf(box))
    const { arcs } = this.drawing
    return this.extents.some((area) => area.code === code && isInArea(at, arcs, area))
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
    const [origin, scale] = [this.map.getPixelOrigin(), pixelsPerUnit(this.map, this.drawing)]
    return { x: x * scale - origin.x, y: y * scale - origin.y }
  }

  /**
   * @param {Point} point of the layer, in pixels
   * @returns {Point} in units of the drawing
   */
  fromLayer(point) {
    const [origin, scale] = [this.map.getPixelOrigin(), pixelsPerUnit(this.map, this.drawing)]
    return { x: (point.x + origin.x) / scale, y: (point.y + origin.y) / scale }
  }
}
