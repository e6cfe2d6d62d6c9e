import { element } from '../dom.js'
import { format, textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { centredBox, contains, overlap } from '../pure/boxes.js'
import { crossesBox } from '../pure/segments.js'

/** @import { Box, Point, Segment, Size } from '../types.d.ts' */
/** @import { Basemap, Extent } from './basemap.js' */
/** @import { LeafletMap } from './leaflet.d.ts' */

/** Doublings above the whole world from which there is room for them. */
const LEAST_ZOOM = 1
/** Where a name may be, from the middle of its country: in widths and heights of the name. */
const OFFSETS = [
  [0, 0],
  [0, -1],
  [0, 1],
  [0, -2],
  [0, 2],
  [-0.35, 0],
  [0.35, 0],
  [-0.35, -1.2],
  [0.35, -1.2],
  [-0.35, 1.2],
  [0.35, 1.2],
]
/** What must be within the country, or over open sea: corners and middles of the sides of the name. */
const EDGES = [-0.5, 0, 0.5]

/**
 * What labels leave: taken boxes and lines, and countries that a label names already.
 *
 * @typedef {{ lines: Segment[], said: Set<string>, taken: Box[] }} Room
 */

/** A name as it is written in one line, and broken. */
/** @typedef {{ element: HTMLElement, sizes: Size[] }} Written */

/**
 * The names of countries and territories that no label says: hosts first, then the largest, in a near
 * view, within the country and where the labels leave room; for the eye alone.
 */
export class CountryLabels {
  /**
   * @param {LeafletMap} map
   * @param {Basemap} basemap
   * @param {HTMLElement} pane
   */
  constructor(map, basemap, pane) {
    this.map = map
    this.basemap = basemap
    this.pane = pane
    this.areas = basemap.extents
      .filter(({ code, name }) => name === code)
      .sort((a, b) => rank(a) - rank(b))
    /** @type {Map<string, Written>} */
    this.written = new Map()
  }

  /** Measure all again from now on: their text has got another size. */
  forget() {
    this.written.clear()
  }

  /**
   * Write the names for which there is room.
   *
   * @param {Room} room
   * @param {Box} frame what is in view
   */
  draw({ lines, said, taken }, frame) {
    if (this.map.getZoom() < this.map.getMinZoom() + LEAST_ZOOM) return
    const boxes = [...taken]
    const wanted = this.areas.flatMap((area) => {
      const middle = this.basemap.toLayer({ x: area.at[0], y: area.at[1] })
      const inView = contains(frame, { min: middle, max: middle })
      return inView && !said.has(area.code) && this.isLarge(area) ? [{ area, middle }] : []
    })
    this.measure(wanted.map(({ area }) => area))
    for (const { area, middle } of wanted) {
      const written = this.written.get(area.code)
      const found = written?.sizes.flatMap((size, i) => {
        const box = this.find(area, middle, size, { boxes, frame, lines })
        return box ? [{ box, broken: i > 0 }] : []
      }).at(0)
      if (written && found) {
        boxes.push(found.box)
        this.put(written.element, found.box, found.broken)
      }
    }
  }

  /**
   * Whether an area is not too small to be seen.
   *
   * @param {Extent} area
   */
  isLarge({ box: { min, max } }) {
    const [low, high] = [this.basemap.toLayer(min), this.basemap.toLayer(max)]
    return Math.max(high.x - low.x, high.y - low.y) > 5
  }

  /**
   * @param {Extent} area
   * @param {Point} middle
   * @param {Size} size
   * @param {{ boxes: Box[], frame: Box, lines: Segment[] }} room
   */
  find(area, middle, size, { boxes, frame, lines }) {
    for (const [right, down] of OFFSETS) {
      const at = { x: middle.x + right * size.width, y: middle.y + down * size.height }
      const box = centredBox(at, size)
      if (!contains(frame, box) || boxes.some((other) => overlap(box, other))) continue
      if (lines.some((line) => crossesBox(line, box))) continue
      if (this.fits(area, at, size)) return box
    }
    return undefined
  }

  /**
   * Whether a name lies over its own country and open sea alone, its middle over the country.
   *
   * @param {Extent} area
   * @param {Point} at
   * @param {Size} size
   */
  fits(area, at, { height, width }) {
    const { basemap } = this
    if (basemap.areaOnLayer(at) !== area) return false
    return EDGES.every((right) =>
      EDGES.every((down) => {
        const other = basemap.areaOnLayer({ x: at.x + right * width, y: at.y + down * height })
        return !other || other === area
      })
    )
  }

  /**
   * Write names in one line and broken, and measure them, all at once; this is done once for each.
   *
   * @param {Extent[]} areas
   */
  measure(areas) {
    const fresh = areas.filter(({ code }) => !this.written.has(code)).map(({ code }) => ({
      code,
      lines: ['country', 'country broken'].map((name) =>
        element('div', { class: name, dir: textDirection() }, format(`country.${code}`))
      ),
    }))
    this.pane.append(...fresh.flatMap(({ lines }) => lines))
    for (const { code, lines } of fresh) {
      const sizes = lines.map((one) => {
        const { height, width } = one.getBoundingClientRect()
        return { height: Math.ceil(height), width: Math.ceil(width) }
      })
      this.written.set(code, { element: lines[0], sizes })
    }
    for (const { lines } of fresh) for (const one of lines) one.remove()
  }

  /**
   * @param {HTMLElement} text
   * @param {Box} box
   * @param {boolean} broken
   */
  put(text, { min }, broken) {
    text.classList.toggle('broken', broken)
    text.style.left = `${min.x}px`
    text.style.top = `${min.y}px`
    this.pane.append(text)
  }
}

/**
 * Return the order in which countries are named: hosts, then the others, the largest of each first.
 *
 * @param {Extent} area
 */
function rank({ box: { min, max }, fill }) {
  const size = (max.x - min.x) * (max.y - min.y)
  return (fill === 'host' ? 0 : 1) - size / (pageData.world.size[0] * pageData.world.size[1])
}
