'use strict'

/**
 * Reads TopoJSON whose arcs are encoded polylines; positions come out as [latitude, longitude], the
 * order that Leaflet takes.
 */
class Topology {
  constructor({ arcs, areas, lines, transform }) {
    const [[kx, ky], [dx, dy]] = [transform.scale, transform.translate]
    this.areas = areas
    this.lines = lines
    this.arcs = arcs.map((text) => {
      const steps = decode(text)
      const positions = []
      for (let [i, x, y] = [0, 0, 0]; i < steps.length; i += 2) {
        x += steps[i]
        y += steps[i + 1]
        positions.push([y * ky + dy, x * kx + dx])
      }
      return positions
    })
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
    return [...uses].filter(([, count]) => count === 1).map(([arc]) => this.arcs[arc])
  }

  /** The rings of an area's polygons, or the lines of a line. */
  parts({ type, arcs }) {
    if (type === 'MultiPolygon') return arcs.map((rings) => rings.map((ring) => this.join(ring)))
    if (type === 'Polygon') return [arcs.map((ring) => this.join(ring))]
    if (type === 'MultiLineString') return arcs.map((line) => this.join(line))
    return type === 'LineString' ? [this.join(arcs)] : []
  }

  join(indices) {
    return indices.flatMap((index, place) => {
      const arc = index < 0 ? this.arcs[~index].slice().reverse() : this.arcs[index]
      return place === 0 ? arc : arc.slice(1)
    })
  }
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
