import { svgElement } from '../dom.js'
import { symbolId } from '../presence-nodes.js'

/** @import { Point } from '../types.d.ts' */
/** @import { SymbolMark } from './symbol-mark.js' */

/**
 * The symbols of single presences as they are seen: of each kind one path, with a marker at each of its points. A
 * hundred drawings, one in each button, would be painted and put together again for every frame of a movement. What
 * is lifted has one all the same.
 */
export class SymbolDrawing {
  /** @param {HTMLElement} pane */
  constructor(pane) {
    /** @type {Map<string, SVGElement>} by the id of the symbol; those of the first categories are on top */
    this.paths = new Map()
    const element = svgElement('svg', { 'aria-hidden': 'true', class: 'symbols' })
    for (const symbol of [...document.querySelectorAll('.sprite symbol')].reverse()) {
      const marker = svgElement('marker', {
        id: `at-${symbol.id}`,
        markerHeight: '1',
        markerWidth: '1',
        viewBox: symbol.getAttribute('viewBox') ?? '',
      }, ...[...symbol.children].map((part) => part.cloneNode(true)))
      const end = `url(#${marker.id})`
      const path = svgElement('path', { 'marker-mid': end, 'marker-start': end })
      element.append(marker, path)
      this.paths.set(symbol.id, path)
    }
    pane.prepend(element)
  }

  /**
   * @param {Iterable<SymbolMark>} marks
   * @param {Point} origin of the layer, in pixels of the world
   */
  draw(marks, origin) {
    /** @type {Map<string, string[]>} */
    const points = new Map()
    for (const mark of marks) {
      if (!mark.place || mark.isLifted) continue
      const id = symbolId(mark.place)
      const { x, y } = mark.on(origin)
      points.set(id, points.get(id) ?? []).get(id)?.push(`${x} ${y}`)
    }
    for (const [id, path] of this.paths) {
      const all = points.get(id) ?? []
      // The end of a path has no marker, for the only point of one would have two.
      path.setAttribute('d', all.length ? `M${[...all, all.at(-1)].join('L')}` : '')
    }
  }
}
