import { AreaGrid } from '../pure/area-grid.js'
import { crossArea, findRooms, middleOf, rowMiddles } from '../pure/area-rooms.js'
import { boxAround, centredBox, contains, overlap } from '../pure/boxes.js'
import { linedCandidates } from '../pure/label-candidates.js'
import { cross, crossesBox } from '../pure/segments.js'
import { pixelsPerUnit } from './world-canvas.js'

/** @import { Box, Point, Segment, Size } from '../types.d.ts' */
/** @import { AreaRows } from '../pure/area-rooms.js' */
/** @import { Basemap, Extent } from './basemap.js' */

/** Pixels: from row to row across a country, and between a name and a boundary. */
const [ROW_STEP, ROOM_BESIDE] = [5, 2]
/** Pixels of a line from within a small country to its name in the sea. */
const LENGTHS = [12, 20, 30, 42]
/** Where an island's name may be, from its middle: in widths and heights of the name. */
const OFFSETS = [[0, 0], [0, -1], [0, 1], [-0.35, 0], [0.35, 0]]
/** Pixels of a line of an island's name. */
const WIDEST_AROUND = 130
/** Parts of a line, or of a side of a name, at which is looked what it lies over. */
const LOOKED_AT = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** A name in a form, and where it has room. */
/** @typedef {{ form: string, size: Size }} Form */
/** @typedef {{ box: Box, form: string, line?: Segment }} Found */

/** Where names of countries have room in a view, beside boxes and lines that are taken. */
export class CountryRooms {
  /**
   * @param {Basemap} basemap
   * @param {{ frame: Box, lines: Segment[], taken: Box[] }} view on the layer, in pixels
   */
  constructor(basemap, { frame, lines, taken }) {
    this.basemap = basemap
    this.frame = frame
    this.lines = [...lines]
    this.taken = [...taken]
    this.scale = pixelsPerUnit(basemap.map, basemap.drawing)
    const [min, max] = [basemap.fromLayer(frame.min), basemap.fromLayer(frame.max)]
    this.grid = new AreaGrid({ min, max }, ROW_STEP / this.scale)
    /** @type {Map<Extent, { number: number, rows: AreaRows }>} what of areas is in view */
    this.inView = new Map()
    basemap.extents.forEach((area, i) => {
      if (!overlap(area.box, { min, max })) return
      const { arcs } = basemap.drawing
      const rows = crossArea(arcs, area.runs, { min, max }, ROW_STEP / this.scale)
      this.grid.add(rows, i + 1)
      this.inView.set(area, { number: i + 1, rows })
    })
  }

  /**
   * Whether an area is in view, and has a size in pixels.
   *
   * @param {Extent} area
   * @param {number} size
   */
  shows(area, size) {
    const { box: { max, min } } = area
    return this.inView.has(area) && Math.max(max.x - min.x, max.y - min.y) * this.scale > size
  }

  /**
   * Whether the middle of an area is in view.
   *
   * @param {Extent} area
   */
  showsMiddle({ at: [x, y] }) {
    const middle = this.basemap.toLayer({ x, y })
    return contains(this.frame, { min: middle, max: middle })
  }

  /**
   * Leave no more room where a name was put.
   *
   * @param {Found} found
   */
  take({ box, line }) {
    this.taken.push(box)
    if (line) this.lines.push(line)
  }

  /**
   * Find room within what is in view of an area, nearest to its middle, or to the middle of what is in
   * view.
   *
   * @param {Extent} area
   * @param {Form[]} forms
   * @returns {Found | undefined}
   */
  findWithin(area, forms) {
    const seen = this.inView.get(area)
    const [x, y] = area.at
    const middle = this.showsMiddle(area) ? { x, y } : seen && middleOf(seen.rows)
    if (!seen || !middle) return undefined
    for (const { form, size: { height, width } } of forms) {
      const room = {
        height: (height + ROOM_BESIDE) / this.scale,
        width: (width + 2 * ROOM_BESIDE) / this.scale,
      }
      for (const point of findRooms(seen.rows, room, middle)) {
        const box = centredBox(this.basemap.toLayer(point), { height, width })
        if (this.isFree(box)) return { box, form }
      }
    }
    return undefined
  }

  /**
   * Find room over an island and the open sea.
   *
   * @param {Extent} area
   * @param {Form[]} forms
   * @returns {Found | undefined}
   */
  findAround(area, forms) {
    const middle = this.basemap.toLayer({ x: area.at[0], y: area.at[1] })
    for (const { form, size } of forms) {
      if (size.width > WIDEST_AROUND) continue
      for (const [right, down] of OFFSETS) {
        const at = { x: middle.x + right * size.width, y: middle.y + down * size.height }
        const box = centredBox(at, size)
        if (this.isFree(box) && this.liesOver(box, [area, undefined])) return { box, form }
      }
    }
    return undefined
  }

  /**
   * Find room in the sea, at the end of a short line from within an area.
   *
   * @param {Extent} area
   * @param {Form[]} forms of which the last is used
   * @returns {Found | undefined}
   */
  findAtSea(area, forms) {
    const seen = this.inView.get(area)
    const last = forms.at(-1)
    if (!seen || !last) return undefined
    const starts = rowMiddles(seen.rows).map((at) => this.basemap.toLayer(at))
    for (const length of LENGTHS) {
      for (const start of starts) {
        for (const { box, line } of linedCandidates(boxAround(start, 0), last.size, length)) {
          if (this.mayBeSea(line[1]) && this.isFree(box) && this.isClear(line, area, box)) {
            return { box, form: last.form, line }
          }
        }
      }
    }
    return undefined
  }

  /**
   * Whether nothing else stands in a box, and all of it is in view.
   *
   * @param {Box} box
   */
  isFree(box) {
    return contains(this.frame, box) && !this.taken.some((other) => overlap(box, other)) &&
      !this.lines.some((line) => crossesBox(line, box))
  }

  /**
   * Whether a line from within an area touches nothing, and runs over that area and open sea alone, to a
   * box in the sea.
   *
   * @param {Segment} line
   * @param {Extent} area
   * @param {Box} box
   */
  isClear(line, area, box) {
    return this.liesOver(box, [undefined]) && this.runsOver(line, [area, undefined]) &&
      !this.taken.some((other) => crossesBox(line, other)) &&
      !this.lines.some((other) => cross(line, other)) && this.basemap.isSettled(line)
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
   * @param {Segment} line
   * @param {(Extent | undefined)[]} areas
   */
  runsOver([from, to], areas) {
    const numbers = areas.map((area) => area ? this.inView.get(area)?.number : 0)
    return LOOKED_AT.every((part) => {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      return numbers.includes(this.grid.at(this.basemap.fromLayer(at)))
    })
  }

  /** @param {Point} point */
  mayBeSea(point) {
    return this.grid.at(this.basemap.fromLayer(point)) === 0
  }
}
