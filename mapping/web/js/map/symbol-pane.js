import { focusQuietly, query } from '../dom.js'
import { apartBy } from '../pure/points.js'
import { SymbolDrawing } from './symbol-drawing.js'

/** @import { Point } from '../types.d.ts' */
/** @import { LeafletMap, LeafletPoint } from './leaflet.d.ts' */
/** @import { SymbolMark } from './symbol-mark.js' */

/** So many symbols are drawn in a step. */
const IN_A_STEP = 16

/**
 * The layer of the symbols, each in its place at one zoom. While the map is zoomed it is moved and scaled as one
 * picture: a browser moves one layer more smoothly than each of a hundred symbols.
 */
export class SymbolPane {
  /** @param {LeafletMap} map */
  constructor(map) {
    this.map = map
    const pane = map.getPane('markerPane')
    if (!pane) throw new TypeError('the map has no pane for symbols')
    this.element = pane
    this.drawing = new SymbolDrawing(pane)
    /** @type {Set<SymbolMark>} what is on it */
    this.drawn = new Set()
    /** @type {Set<SymbolMark>} what is to be on it */
    this.wanted = new Set()
    this.origin = map.getPixelOrigin()
    this.zoom = map.getZoom()
    pane.classList.replace('leaflet-zoom-hide', 'leaflet-zoom-animated')
    map.on('zoomanim', ({ center, zoom }) => this.show(zoom, map._getNewPixelOrigin(center, zoom)))
    map.on('zoom', () => this.show(map.getZoom(), map.getPixelOrigin()))
    map.on('viewreset', () => {
      if (this.zoom === map.getZoom()) this.settle()
      else this.show(map.getZoom(), map.getPixelOrigin())
    })
  }

  /**
   * Show what is on it as at another zoom.
   *
   * @param {number} zoom
   * @param {LeafletPoint} origin of the map's layers there, in pixels of the world
   */
  show(zoom, origin) {
    const scale = this.map.getZoomScale(zoom, this.zoom)
    const offset = this.origin.multiplyBy(scale).subtract(origin)
    L.DomUtil.setTransform(this.element, offset, scale)
  }

  /** Put what is on it where it is at the map's zoom. */
  settle() {
    this.origin = this.map.getPixelOrigin()
    this.zoom = this.map.getZoom()
    L.DomUtil.setTransform(this.element, L.point(0, 0), 1)
    for (const mark of this.drawn) mark.stand(this.origin)
    this.drawing.draw(this.wanted, this.origin)
  }

  /** Return the symbol that has the focus. */
  held() {
    return this.markOf(document.activeElement)
  }

  /**
   * Draw these symbols, in steps: first those that stay, and all that the drawing has, then circles from a point
   * on, then the buttons of the others, which nobody sees.
   *
   * @param {SymbolMark[]} wanted
   * @param {SymbolMark[]} marks the same as they are read
   * @param {Point} middle
   */
  *draw(wanted, marks, middle) {
    this.wanted = new Set(wanted)
    const held = this.held()
    for (const mark of this.drawn) {
      if (!this.wanted.has(mark) && mark !== held) this.remove(mark, held)
    }
    this.settle()
    const added = marks.filter((mark) => !this.drawn.has(mark)).reverse()
    const near = added.length > IN_A_STEP
    if (near) {
      added.sort((a, b) =>
        Number(isInDrawing(a)) - Number(isInDrawing(b)) ||
        apartBy(a.middle, middle) - apartBy(b.middle, middle)
      )
    }
    const ranks = new Map(marks.map((mark, rank) => [mark, rank]))
    for (const [i, mark] of added.entries()) {
      let next = (ranks.get(mark) ?? 0) + 1
      while (next < marks.length && !this.drawn.has(marks[next])) next += 1
      this.drawn.add(mark)
      mark.stand(this.origin)
      this.element.insertBefore(mark.button, marks[next]?.button ?? null)
      if (i % IN_A_STEP === IN_A_STEP - 1) yield
    }
  }

  /** Let what has the focus and is shown no more leave; what shows the same has it instead, or else the map. */
  leave() {
    const held = this.held()
    for (const mark of this.drawn) if (!this.wanted.has(mark)) this.remove(mark, held)
    this.drawn = new Set(this.wanted)
    if (!held || this.drawn.has(held)) return
    const next = [...this.drawn].find((one) => one.shows(held.entries[0]))
    focusQuietly(next?.button ?? query('#map', HTMLElement))
  }

  /**
   * Take a symbol away: where one has the focus, which may be about to move, only after that.
   *
   * @param {SymbolMark} mark
   * @param {SymbolMark | undefined} held
   */
  remove(mark, held) {
    this.drawn.delete(mark)
    if (held) mark.leave()
    else mark.button.remove()
  }

  /**
   * Let them follow each other as screen readers read them.
   *
   * @param {SymbolMark[]} marks
   */
  order(marks) {
    const held = this.held()?.button
    let next = null
    for (const { button } of marks.toReversed()) {
      if (button.nextSibling !== next) this.element.insertBefore(button, next)
      next = button
    }
    if (held && held !== document.activeElement) focusQuietly(held)
  }

  /**
   * Return the symbol that an element is a part of.
   *
   * @param {EventTarget | null} target
   */
  markOf(target) {
    if (!(target instanceof Node)) return undefined
    return [...this.drawn].find(({ button }) => button.contains(target))
  }
}

/**
 * Whether a symbol is seen in the drawing of all single ones, and not in its button.
 *
 * @param {SymbolMark} mark
 */
function isInDrawing({ isLifted, place }) {
  return Boolean(place) && !isLifted
}
