'use strict'

/**
 * Arcs shared by areas and lines, projected already; they become the path data of an SVG. An arc that
 * an area runs through backwards has a number below zero.
 */
class Topology {
  constructor({ arcs, areas, lines }) {
    this.areas = areas
    this.lines = lines
    this.arcs = arcs.map(decode)
    this.written = new Map()
  }

  /** Arcs that only one area has: the coasts. */
  coasts() {
    const uses = new Map()
    for (const { arcs } of this.areas) {
      for (const index of arcs.flat(Infinity)) {
        const arc = index < 0 ? ~index : index
        uses.set(arc, (uses.get(arc) || 0) + 1)
      }
    }
    return this.path([...uses].filter(([, count]) => count === 1).map(([arc]) => [arc]))
  }

  /** Path data of an area or a line, however deep its arcs are nested. */
  path(arcs) {
    if (typeof arcs[0] !== 'number') return arcs.map((part) => this.path(part)).join('')
    const runs = arcs.map((index) => this.write(index))
    return `M${runs[0].start}l${runs.map(({ steps }) => steps).join(' ')}`
  }

  /** Where an arc starts, and its steps, as text; each is written once. */
  write(index) {
    if (!this.written.has(index)) {
      const numbers = index < 0 ? backwards(this.arcs[~index]) : this.arcs[index]
      this.written.set(index, { start: numbers.slice(0, 2).join(' '), steps: numbers.slice(2).join(' ') })
    }
    return this.written.get(index)
  }
}

/** The same arc from its other end. */
function backwards([x, y, ...steps]) {
  const turned = [x, y]
  for (let i = 0; i < steps.length; i += 2) {
    turned[0] += steps[i]
    turned[1] += steps[i + 1]
  }
  for (let i = steps.length - 2; i >= 0; i -= 2) turned.push(-steps[i], -steps[i + 1])
  return turned
}

/** The whole numbers of an encoded polyline: five bits a sign, least first, the sign bit lowest. */
function decode(text) {
  const numbers = []
  for (let [i, value, shift] = [0, 0, 0]; i < text.length; i += 1) {
    const bits = text.charCodeAt(i) - 63
    value += (bits & 31) << shift
    shift += 5
    if (bits < 32) {
      numbers.push(value & 1 ? ~(value >> 1) : value >> 1)
      value = 0
      shift = 0
    }
  }
  return numbers
}
