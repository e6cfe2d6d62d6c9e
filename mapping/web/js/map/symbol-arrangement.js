import { arrangeInSteps, arrangeSymbols } from '../pure/arrangement.js'
import { contains, holds, widened } from '../pure/boxes.js'
import { makeRoom } from '../pure/points.js'
import { memberPoints } from '../pure/symbol-blocks.js'
import { SymbolMark } from './symbol-mark.js'

/** @import { Box, PlacedBlock, Point } from '../types.d.ts' */
/** @import { LatLng, LeafletMap } from './leaflet.d.ts' */
/** @import { SymbolEntry } from './symbols.js' */
/** @import { MapViewport } from './viewport.js' */

/** Up to so many places all are arranged; of more, those up to so many pixels off the view: the rest changes nothing. */
const [MOST_ARRANGED, ARRANGED] = [200, 384]
/** At so many zooms it is known where all are. */
const MOST_KNOWN = 6

/** @typedef {{ members: SymbolEntry[], placed: PlacedBlock[], region: Box | undefined, zoom: number }} Arranged */

/** Where the places of a filter are shown at one zoom, in pixels of the world: the same however it is moved. */
export class SymbolArrangement {
  /**
   * @param {LeafletMap} map
   * @param {MapViewport} viewport
   */
  constructor(map, viewport) {
    this.map = map
    this.viewport = viewport
    this.zoom = NaN
    /** @type {SymbolEntry[]} */
    this.entries = []
    /** @type {SymbolEntry[]} those that are arranged */
    this.members = []
    /** @type {PlacedBlock[]} of these, by their numbers */
    this.placed = []
    /** @type {Box | undefined} what is arranged, if it is not all of the world */
    this.region = undefined
    /** @type {Arranged[]} at other zooms, of the same entries and sizes */
    this.known = []
    this.key = ''
  }

  /**
   * Arrange these places for the zoom that the map has now, in steps.
   *
   * @param {SymbolEntry[]} entries
   * @param {number} margin pixels around the view that are to be arranged as well
   */
  *arrange(entries, margin) {
    if (!this.isOf(entries)) Object.assign(this, { entries, key: this.sizeKey(), known: [] })
    Object.assign(this, yield* this.find(this.map.getZoom(), this.map.getCenter(), margin))
  }

  /**
   * Whether what is known is of these places, in the size that symbols have now.
   *
   * @param {SymbolEntry[]} entries
   */
  isOf(entries) {
    return this.sizeKey() === this.key && entries.length === this.entries.length &&
      entries.every((entry, i) => entry === this.entries[i])
  }

  /**
   * Return where the same places are shown at a zoom, found in steps where it is not known.
   *
   * @param {number} zoom
   * @param {LatLng} centre of the view
   * @param {number} margin
   * @returns {Generator<void, Arranged>}
   */
  *find(zoom, centre, margin) {
    const view = this.around(margin, centre, zoom)
    const known = this.known.find((one) => one.zoom === zoom && this.covers(margin, one, view))
    if (known) return known
    const { entries, key } = this
    const region = entries.length > MOST_ARRANGED ? this.around(ARRANGED, centre, zoom) : undefined
    const scale = 2 ** zoom
    const members = region
      ? entries.filter(({ point: { x, y } }) => holds(region, x * scale, y * scale))
      : entries
    const points = members.map((entry) => this.pointOf(entry, zoom))
    yield
    const placed = yield* arrangeInSteps(points, this.sizes(), this.frame(zoom))
    const found = { members, placed, region, zoom }
    if (key === this.key && entries === this.entries) {
      this.known = [found, ...this.known.slice(0, MOST_KNOWN - 1)]
    }
    return found
  }

  isOfThisZoom() {
    return this.zoom === this.map.getZoom()
  }

  /**
   * Whether all that is in view, and so many pixels around it, is arranged.
   *
   * @param {number} margin
   * @param {{ region: Box | undefined }} [arranged]
   * @param {Box} [view]
   */
  covers(margin, { region } = this, view = this.around(margin)) {
    return !region || contains(region, view)
  }

  /**
   * Return what is shown where.
   *
   * @param {Set<SymbolEntry | undefined>} apart those that are in no case one with others
   * @param {Arranged} [arranged]
   */
  marks(apart, { members, placed, zoom } = this) {
    return placed.flatMap(({ block, middle }) => {
      const entries = block.members.map((number) => members[number])
      if (block.group) return this.marksOfGroup(entries, { block, middle }, apart, zoom)
      return memberPoints(block, middle).map((point, k) => this.single(entries[k], point))
    })
  }

  /**
   * @param {SymbolEntry[]} entries
   * @param {PlacedBlock} placed
   * @param {Set<SymbolEntry | undefined>} apart those that are shown as themselves
   * @param {number} zoom
   */
  marksOfGroup(entries, { block: { home, width }, middle }, apart, zoom) {
    const [alone, others] = [true, false].map((is) =>
      entries.filter((one) => apart.has(one) === is)
    )
    const points = alone.map((entry) => this.pointOf(entry, zoom))
    /** @param {Point[]} at */
    const singles = (at) => alone.map((entry, i) => this.single(entry, at[i]))
    if (!others.length) return singles(points)
    const { symbolSize } = this.viewport
    const own = this.pointOf(others[0], zoom)
    const circle = others.length > 1
      ? { home, middle, width }
      : { home: own, middle: own, width: symbolSize }
    const room = makeRoom(circle, points, symbolSize)
    return [
      new SymbolMark(others, room.middle, circle.width, circle.home),
      ...singles(room.members),
    ]
  }

  /**
   * @param {SymbolEntry} entry
   * @param {Point} point
   */
  single(entry, point) {
    return new SymbolMark([entry], point, this.viewport.symbolSize)
  }

  /**
   * Return the least of the nearer zooms at which these are not all in one circle, if there is one.
   *
   * @param {SymbolEntry[]} entries
   */
  zoomApart(entries) {
    const [zoom, nearest] = [this.map.getZoom(), this.map.getMaxZoom()]
    const steps = Array.from({ length: Math.ceil(nearest - zoom) }, (_, step) => zoom + step + 1)
    return steps.map((one) => Math.min(one, nearest)).find((one) => {
      const points = entries.map((entry) => this.pointOf(entry, one))
      return arrangeSymbols(points, this.sizes())
        .some(({ block }) => block.members.length < entries.length || !block.group)
    })
  }

  sizeKey() {
    const { figures, symbolSize } = this.viewport
    return `${symbolSize} ${figures.known}`
  }

  /** Return how large what is shown is, a symbol with a pixel of distance; figures where one asks for them. */
  sizes() {
    const { figures, symbolSize } = this.viewport
    return {
      get figures() {
        return figures.scale
      },
      symbol: symbolSize + 1,
    }
  }

  /**
   * Return where a place is in pixels of the world.
   *
   * @param {SymbolEntry} entry
   * @param {number} [zoom]
   */
  pointOf({ point: { x, y } }, zoom = this.map.getZoom()) {
    const scale = 2 ** zoom
    return { x: x * scale, y: y * scale }
  }

  /**
   * Return what is in view and so many pixels around it.
   *
   * @param {number} margin
   * @param {LatLng} [centre] of the view
   * @param {number} [zoom]
   */
  around(margin, centre = this.map.getCenter(), zoom = this.map.getZoom()) {
    return widened(this.map.getPixelBounds(centre, zoom), margin)
  }

  /**
   * Return the frame of the world, in its pixels.
   *
   * @param {number} zoom
   */
  frame(zoom) {
    const { projection } = this.map.options.crs
    const { min, max } = projection.bounds
    const corners = [min, max].map((corner) => projection.unproject(corner))
    return L.bounds(corners.map((corner) => this.map.project(corner, zoom).round()))
  }
}
