import { decodePolyline, reversePolyline } from './polyline.js'

/** @import { Arcs, AreaShape, World } from '../types.d.ts' */

/**
 * Arcs shared by areas and lines, projected already; they become the path data of an SVG. An arc that
 * an area runs through backwards has a number below zero.
 */
export class Topology {
  /** @param {Pick<World, 'arcs'>} world */
  constructor({ arcs }) {
    this.arcs = arcs.map(decodePolyline)
    /** @type {Map<number, { start: string, steps: string }>} */
    this.written = new Map()
  }

  /**
   * Return the path data of the arcs that only one area has: the coasts.
   *
   * @param {Pick<AreaShape, 'arcs'>[]} areas
   */
  coasts(areas) {
    /** @type {Map<number, number>} */
    const uses = new Map()
    for (const index of areas.flatMap(({ arcs }) => flatten(arcs))) {
      const arc = index < 0 ? ~index : index
      uses.set(arc, (uses.get(arc) ?? 0) + 1)
    }
    return this.path([...uses].filter(([, count]) => count === 1).map(([arc]) => [arc]))
  }

  /**
   * Return the path data of an area or a line, however deep its arcs are nested.
   *
   * @param {Arcs} arcs
   * @returns {string}
   */
  path(arcs) {
    if (!isRun(arcs)) return arcs.map((part) => this.path(part)).join('')
    const runs = arcs.map((index) => this.write(index))
    return `M${runs[0].start}l${runs.map(({ steps }) => steps).join(' ')}`
  }

  /**
   * Return where an arc starts, and its steps, as text; each is written once.
   *
   * @param {number} index
   */
  write(index) {
    let text = this.written.get(index)
    if (!text) {
      const numbers = index < 0 ? reversePolyline(this.arcs[~index]) : this.arcs[index]
      text = { start: numbers.slice(0, 2).join(' '), steps: numbers.slice(2).join(' ') }
      this.written.set(index, text)
    }
    return text
  }
}

/**
 * @param {Arcs} arcs
 * @returns {arcs is number[]}
 */
function isRun(arcs) {
  return typeof arcs[0] === 'number'
}

/**
 * @param {Arcs} arcs
 * @returns {number[]}
 */
function flatten(arcs) {
  return isRun(arcs) ? arcs : arcs.flatMap(flatten)
}
