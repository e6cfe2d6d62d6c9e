'use strict'

/**
 * Reads TopoJSON whose arcs are flat lists of steps (x, y, x, y, …); positions come out as
 * [latitude, longitude], the order that Leaflet takes.
 */
class Topology {
  constructor({ arcs, objects, transform }) {
    const [[kx, ky], [dx, dy]] = [transform.scale, transform.translate]
    this.objects = objects
    this.arcs = arcs.map((steps) => {
      const positions = []
      for (let [i, x, y] = [0, 0, 0]; i < steps.length; i += 2) {
        x += steps[i]
        y += steps[i + 1]
        positions.push([y * ky + dy, x * kx + dx])
      }
      return positions
    })
  }

  /** The geometries of one object, each with its properties and its rings or lines. */
  layer(name) {
    return this.objects[name].geometries.map((geometry) => ({
      properties: geometry.properties,
      parts: this.parts(geometry),
    }))
  }

  /** Arcs that only one area has: the coasts. */
  coasts() {
    const uses = new Map()
    for (const { arcs } of this.objects.areas.geometries) {
      for (const index of arcs.flat(Infinity)) {
        const arc = index < 0 ? ~index : index
        uses.set(arc, (uses.get(arc) || 0) + 1)
      }
    }
    return [...uses].filter(([, count]) => count === 1).map(([arc]) => this.arcs[arc])
  }

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
