import { svgElement } from '../dom.js'
import { outerRings } from '../pure/coasts.js'
import { decodeArcs, decodeRuns, pathText } from '../pure/topology.js'
import { DetailLevels } from './detail-levels.js'
import { seaOutline } from './sea-outline.js'
import { readStyle } from './shape-style.js'

/** @import { Arc, Box, Run, World } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Style } from './shape-style.js' */

/**
 * The world as shapes, from the ground up: sea, areas by their fill, lakes, coasts, then the boundary lines above
 * all fills. The style sheet gives colours and dashes; each shape has an element that they are read from,
 * and that holds its path on paper.
 */
export class WorldDrawing {
  /**
   * @param {LeafletMap} map
   * @param {World} world
   */
  constructor(map, world) {
    const [width, height] = world.size
    this.width = width
    this.seas = world.seas
    this.arcs = decodeArcs(world)
    const runs = decodeRuns(world.areas.map((area) => area.runs))
    this.areas = world.areas.map((area, i) => ({ ...area, runs: runs[i] }))
    this.outline = [[this.arcs.push(seaOutline(map, width)) - 1]]
    this.coasts = outerRings(this.arcs, runs)
    const lines = decodeRuns(world.lines.map((line) => line.runs))
    this.lines = world.lines.map((line, i) => ({ class: line.class, runs: lines[i] }))
    this.lakes = decodeRuns(world.lakes).flat()
    /** What is filled as hosts. */
    this.hosts = this.filled('host')
    this.shapes = this.compose()
    this.element = svgElement('svg', {
      class: 'on-paper',
      preserveAspectRatio: 'none',
      viewBox: `0 0 ${width} ${height}`,
    })
    this.element.append(...this.shapes.map(({ element }) => element))
    this.levels = new DetailLevels(this.arcs, this.shapes)
    /** @type {{ arcs: Arc[], elements: Element[] } | undefined} the elements, and what they are made of */
    this.made = undefined
    /** @type {Style[] | undefined} */
    this.known = undefined
  }

  compose() {
    const shapes = [shape('sea', this.outline), shape('area', this.coasts)]
    for (const fill of new Set(this.areas.map((area) => area.fill))) {
      if (fill === 'area') continue
      shapes.push(shape(`area ${fill}`, this.outlineOf(this.filled(fill))))
    }
    shapes.push(shape('lake', this.lakes), shape('coast', this.coasts))
    for (const line of new Set(this.lines.map((one) => one.class))) {
      const drawn = this.lines.filter((one) => one.class === line)
      shapes.push(shape(`line ${line}`, drawn.flatMap(({ runs }) => runs)))
    }
    return shapes
  }

  /** @param {string} fill */
  filled(fill) {
    return this.areas.filter((area) => area.fill === fill)
  }

  /**
   * Return the rings around areas, without the boundaries between them: these would take longer to fill than all
   * the rest.
   *
   * @param {{ runs: Run[] }[]} areas
   */
  outlineOf(areas) {
    return outerRings(this.arcs, areas.map(({ runs }) => runs))
  }

  /**
   * Draw all shapes on a canvas whose units are those of the drawing.
   *
   * @param {CanvasRenderingContext2D} context
   * @param {number} scale pixels to a unit, by which what the eye sees is drawn
   * @param {number} zoom of the style sheet's pixels to a unit, by which lines are measured
   * @param {Box} view what the canvas holds, in units of the drawing
   */
  paint(context, scale, zoom, view) {
    const styles = this.styles()
    this.levels.paths(scale, view).forEach((path, i) => {
      const { dash, fill, stroke, width } = styles[i]
      if (fill !== 'none') {
        context.fillStyle = fill
        context.fill(path, 'evenodd')
      }
      if (stroke === 'none') return
      context.strokeStyle = stroke
      context.lineWidth = width / zoom
      context.setLineDash(dash.map((length) => length / zoom))
      context.stroke(path)
    })
  }

  /**
   * Return the shapes as elements, in the detail that a scale shows.
   *
   * @param {number} scale
   */
  elements(scale) {
    const arcs = this.levels.arcs(scale)
    /** @type {Map<Run[], string>} land and coasts are one path */
    const texts = new Map()
    const elements = this.shapes.map(({ element, runs }) => {
      const made = /** @type {Element} */ (element.cloneNode())
      const text = texts.get(runs) ?? pathText(arcs, runs)
      texts.set(runs, text)
      made.setAttribute('d', text)
      return made
    })
    this.made = { arcs, elements }
    return elements
  }

  /**
   * Fill as hosts those of the hosts that have a presence in one of these countries; return whether these are
   * others than before.
   *
   * @param {Set<string>} countries
   */
  fillHosts(countries) {
    const i = this.shapes.findIndex(({ element }) => element.classList.contains('host'))
    if (i < 0) return false
    const before = this.hosts
    this.hosts = this.filled('host').filter(({ code, hosts }) =>
      (hosts ?? [code]).some((country) => countries.has(country))
    )
    if (this.hosts.length === before.length && this.hosts.every((host, k) => host === before[k])) {
      return false
    }
    this.levels.forget(this.shapes[i].runs)
    this.shapes[i].runs = this.outlineOf(this.hosts)
    this.made?.elements[i].setAttribute('d', pathText(this.made.arcs, this.shapes[i].runs))
    return true
  }

  /** Return how each shape is drawn: what the style sheet says now. */
  styles() {
    this.known ??= this.shapes.map(({ element }) => readStyle(element))
    return this.known
  }

  /** Read the style sheet again: the reader's scheme has changed, say. */
  forgetStyles() {
    this.known = undefined
  }

  /**
   * Put the paths in full detail into the elements, for paper, or take them out.
   *
   * @param {boolean} onPaper
   */
  fillElement(onPaper) {
    for (const { element, runs } of this.shapes) {
      element.setAttribute('d', onPaper ? pathText(this.arcs, runs) : '')
    }
  }
}

/**
 * @param {string} name
 * @param {Run[]} runs
 */
function shape(name, runs) {
  return { element: svgElement('path', { class: name }), runs }
}
