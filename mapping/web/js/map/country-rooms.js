import { findRooms, middleOf, rowMiddles } from '../pure/area-rooms.js'
import { boxAround, centredBox, contains, overlap } from '../pure/boxes.js'
import { linedCandidates } from '../pure/label-candidates.js'
import { extentOf } from '../pure/points.js'
import { cross, crossesBox } from '../pure/segments.js'
import { AreasInView } from './areas-in-view.js'

/** @import { Box, Point, Segment, Size } from '../types.d.ts' */
/** @import { Basemap, Extent } from './basemap.js' */

/** Pixels between a name and a boundary. */
const ROOM_BESIDE = 2
/** Pixels of a line from within a small country to its name in the sea. */
const LENGTHS = [12, 20, 30, 42]
/** Those of a line over its neighbours. */
const LENGTHS_BESIDE = [...LENGTHS, 56]
/** Where an island's name may be, from its middle: in widths and heights of the name. */
const OFFSETS = [[0, 0], [0, -1], [0, 1], [-0.35, 0], [0.35, 0]]
/** Where the name of a sea may be, from one of its points. */
const AROUND_POINT = [...OFFSETS, [0, -2], [0, 2], [-0.5, -1], [0.5, 1], [-0.5, 1], [0.5, -1]]
/** Pixels: the widest line of an island's name; between the name of a sea and what is beside it. */
const [WIDEST_AROUND, SHORE] = [130, 12]

/** A name in a form, and where it has room. */
/** @typedef {{ form: string, size: Size }} Form */
/** @typedef {{ box: Box, form: string, line?: Segment }} Found */

/** Where names of countries have room in a view, beside boxes and lines that are taken. */
export class CountryRooms {
  /**
   * @param {Basemap} basemap
   * @param {Box} frame on the layer, in pixels
   */
  constructor(basemap, frame) {
    this.basemap = basemap
    this.frame = frame
    this.areas = new AreasInView(basemap, frame)
    /** @type {Segment[]} */
    this.lines = []
    /** @type {Box[]} */
    this.taken = []
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
    const rows = this.areas.rowsOf(area)
    const [x, y] = area.at
    const middle = this.showsMiddle(area) ? { x, y } : rows && middleOf(rows)
    if (!rows || !middle) return undefined
    const { scale } = this.areas
    for (const { form, size: { height, width } } of forms) {
      const room = {
        height: (height + ROOM_BESIDE) / scale,
        width: (width + 2 * ROOM_BESIDE) / scale,
      }
      for (const point of findRooms(rows, room, middle)) {
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
        if (this.isFree(box) && this.areas.liesOver(box, [area, undefined])) return { box, form }
      }
    }
    return undefined
  }

  /**
   * Find room in the sea, at the end of a short line from within an area.
   *
   * @param {Extent} area
   * @param {Form[]} forms of which the last is used
   */
  findAtSea(area, forms) {
    return this.findLed(
      area,
      forms,
      LENGTHS,
      ({ box, line }) =>
        this.areas.isSea(line[1]) && this.areas.liesOver(box, [undefined]) &&
        this.areas.runsOver(line, [area, undefined]) && this.areas.leadsToSea(line, area),
    )
  }

  /**
   * Find room for the name of what is too small for it, at the end of a short line over its neighbours, but
   * over nothing whose status is another or undetermined.
   *
   * @param {Extent} area
   * @param {Form[]} forms of which the last is used
   */
  findBeside(area, forms) {
    return this.findLed(area, forms, LENGTHS_BESIDE)
  }

  /**
   * Find room at the end of a short line from within an area.
   *
   * @param {Extent} area
   * @param {Form[]} forms of which the last is used
   * @param {number[]} lengths of the line, in pixels
   * @param {(place: { box: Box, line: Segment }) => boolean} [isAllowed]
   * @returns {Found | undefined}
   */
  findLed(area, forms, lengths, isAllowed = () => true) {
    const rows = this.areas.rowsOf(area)
    const last = forms.at(-1)
    if (!rows || !last) return undefined
    const middles = rowMiddles(rows)
    const starts = middles.length ? middles : [{ x: area.at[0], y: area.at[1] }]
    for (const length of lengths) {
      for (const start of starts.map((at) => this.basemap.toLayer(at))) {
        const places = linedCandidates(boxAround(start, 0), last.size, length)
        const found = places.find((place) =>
          this.isFree(place.box) && isAllowed(place) && this.isClear(place, area)
        )
        if (found) return { box: found.box, form: last.form, line: found.line }
      }
    }
    return undefined
  }

  /**
   * Find room on the open sea at one of some points, or nearer to it than half of what the points extend
   * over: else a name would stand on the neighbouring sea.
   *
   * @param {Point[]} points of the drawing
   * @param {Form[]} forms
   * @returns {Found | undefined}
   */
  findOnSea(points, forms) {
    const reach = extentOf(points) * this.areas.scale / 2
    for (const { form, size } of forms) {
      for (const point of points) {
        const middle = this.basemap.toLayer(point)
        for (const [right, down] of AROUND_POINT) {
          if (Math.hypot(right * size.width, down * size.height) > reach) continue
          const at = { x: middle.x + right * size.width, y: middle.y + down * size.height }
          const box = centredBox(at, { height: size.height, width: size.width + SHORE })
          if (this.isFree(box) && this.areas.liesOver(box, [undefined])) {
            return { box: centredBox(at, size), form }
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
   * Whether a line from within an area touches nothing, and neither it nor the name at its end another area
   * whose status is undetermined.
   *
   * @param {{ box: Box, line: Segment }} place
   * @param {Extent} area
   */
  isClear({ box, line }, area) {
    return !this.taken.some((other) => crossesBox(line, other)) &&
      !this.lines.some((other) => cross(line, other)) &&
      this.basemap.standsClear(box, area.code) && this.basemap.runsClear(line, area.code)
  }
}
