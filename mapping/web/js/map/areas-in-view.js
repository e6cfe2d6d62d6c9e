import { AreaGrid } from '../pure/area-grid.js'
import { crossArea } from '../pure/area-rooms.js'
import { overlap } from '../pure/boxes.js'
import { LOOK_STEP } from '../pure/label-costs.js'

/** @import { Box, Point, Segment } from '../types.d.ts' */
/** @import { AreaRows } from '../pure/area-rooms.js' */
/** @import { Basemap, Extent } from './basemap.js' */

/** Pixels from row to row across an area. */
const ROW_STEP = 4
/** The sea's number among those of areas, which count from 1. */
const SEA = 0
/** Where on a line to the sea is looked exactly. */
const EXACT_PARTS = [0.2, 0.4, 0.6, 0.8]

/** What of the areas a view shows, and what lies where in it, within some pixels; nothing before `look`. */
export class AreasInView {
  /**
   * @param {Basemap} basemap
   * @param {Box} frame of the view, on the layer, in pixels
   */
  constructor(basemap, frame) {
    this.basemap = basemap
    this.scale = basemap.scale
    this.frame = frame
    const view = { max: basemap.fromLayer(frame.max), min: basemap.fromLayer(frame.min) }
    this.view = view
    this.grid = new AreaGrid(view, ROW_STEP / this.scale)
    /** @type {Map<Extent, { number: number, rows: AreaRows }>} */
    this.seen = new Map()
  }

  /** Look at what is in view, area by area. */
  *look() {
    const { basemap: { drawing: { arcs, outline }, extents }, grid, view } = this
    const step = ROW_STEP / this.scale
    grid.add(crossArea(arcs, outline, view, step), SEA)
    for (const [i, area] of extents.entries()) {
      if (!overlap(area.box, view)) continue
      const rows = crossArea(arcs, area.runs, view, step)
      grid.add(rows, i + 1)
      this.seen.set(area, { number: i + 1, rows })
      yield
    }
  }

  /**
   * Return rows across what is in view of an area.
   *
   * @param {Extent} area
   */
  rowsOf(area) {
    return this.seen.get(area)?.rows
  }

  /**
   * Whether an area is in view, and larger than a size in pixels.
   *
   * @param {Extent} area
   * @param {number} size
   */
  shows(area, size) {
    const { box: { max, min } } = area
    return this.seen.has(area) && Math.max(max.x - min.x, max.y - min.y) * this.scale > size
  }

  /**
   * Whether a point of the layer is in the sea.
   *
   * @param {Point} point
   */
  isSea(point) {
    return this.numberAt(point.x, point.y) === SEA
  }

  /**
   * Return the number of what lies at a point of the layer.
   *
   * @param {number} x
   * @param {number} y
   */
  numberAt(x, y) {
    const { frame, grid, scale, view: { min } } = this
    return grid.at(min.x + (x - frame.min.x) / scale, min.y + (y - frame.min.y) / scale)
  }

  /**
   * Whether corners, sides and middle of a box lie over none but these areas; nothing is open sea.
   *
   * @param {Box} box
   * @param {(Extent | undefined)[]} areas
   */
  liesOver({ max, min }, areas) {
    return [min.y, (min.y + max.y) / 2, max.y].every((y) =>
      this.runsOver([{ x: min.x, y }, { x: max.x, y }], areas)
    )
  }

  /**
   * Whether a line runs over none but these areas; nothing is open sea.
   *
   * @param {Segment} line
   * @param {(Extent | undefined)[]} areas
   */
  runsOver(line, areas) {
    const numbers = areas.map((area) => area ? this.seen.get(area)?.number : SEA)
    return this.numbersAlong(line).every((number) => numbers.includes(number))
  }

  /**
   * Return for each number whether it is that of an area in view, but of none of one code.
   *
   * @param {string} own
   */
  numbersBut(own) {
    const others = new Uint8Array(this.basemap.extents.length + 1)
    for (const [{ code }, { number }] of this.seen) others[number] = Number(code !== own)
    return others
  }

  /**
   * Return the numbers of what lies under a line, step by step.
   *
   * @param {Segment} line
   */
  numbersAlong([from, to]) {
    const [right, down] = [to.x - from.x, to.y - from.y]
    const steps = Math.max(1, Math.ceil(Math.hypot(right, down) / LOOK_STEP))
    const found = []
    for (let i = 0; i <= steps; i += 1) {
      found.push(this.numberAt(from.x + right * i / steps, from.y + down * i / steps))
    }
    return found
  }

  /**
   * Whether a line runs over no other area, exactly: what is known of a view is too coarse for that.
   *
   * @param {Segment} line
   * @param {Extent} area
   */
  leadsToSea([from, to], { code }) {
    return EXACT_PARTS.every((part) => {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      return (this.basemap.areaOnLayer(at)?.code ?? code) === code
    })
  }
}
