/** @import { Arc, Run } from '../types.d.ts' */

/** More than there are units on a drawing. */
const ROW = 2 ** 20

/**
 * Return the outline of areas, as rings: the arcs that only one of them has, joined end to end. Of all areas these
 * are the coasts: what they enclose is all land, without the boundaries in it.
 *
 * @param {Arc[]} arcs
 * @param {Run[][]} areas
 * @returns {Run[]}
 */
export function outerRings(arcs, areas) {
  const uses = new Uint8Array(arcs.length)
  for (const runs of areas) {
    for (const run of runs) for (const index of run) uses[arcOf(index)] += 1
  }
  /** @type {Run[]} */
  const rings = []
  const open = []
  for (let arc = 0; arc < uses.length; arc += 1) {
    if (uses[arc] !== 1) continue
    if (startOf(arcs, arc) === startOf(arcs, ~arc)) rings.push([arc])
    else open.push(arc)
  }
  /** @type {Map<number, Set<number>>} by each point, the arcs that leave it; below zero, backwards */
  const leaving = new Map()
  for (const arc of open) {
    for (const way of [arc, ~arc]) {
      const start = startOf(arcs, way)
      leaving.set(start, (leaving.get(start) ?? new Set()).add(way))
    }
  }
  for (const arc of open) {
    const ring = follow(arcs, leaving, arc)
    if (ring.length) rings.push(ring)
  }
  return rings
}

/**
 * Return the codes of the areas whose outline has an arc of one of these lines.
 *
 * @param {{ code: string, runs: Run[] }[]} areas
 * @param {{ runs: Run[] }[]} lines
 */
export function besideLines(areas, lines) {
  const arcs = new Set(lines.flatMap(({ runs }) => runs.flat().map(arcOf)))
  const beside = areas.filter(({ runs }) => runs.flat().some((index) => arcs.has(arcOf(index))))
  return new Set(beside.map(({ code }) => code))
}

/** @param {number} index below zero, it is run through backwards */
function arcOf(index) {
  return index < 0 ? ~index : index
}

/**
 * Return the ring that begins with an arc, and take its arcs away; nothing where the arc was taken before.
 * Any way on from a point will do: the same is enclosed.
 *
 * @param {Arc[]} arcs
 * @param {Map<number, Set<number>>} leaving
 * @param {number} first
 */
function follow(arcs, leaving, first) {
  const ring = []
  let ways = new Set([first].filter((arc) => leaving.get(startOf(arcs, arc))?.has(arc)))
  while (ways.size) {
    const [next] = ways
    leaving.get(startOf(arcs, next))?.delete(next)
    ways = leaving.get(startOf(arcs, ~next)) ?? new Set()
    ways.delete(~next)
    ring.push(next)
  }
  return ring
}

/**
 * Return the point at which an arc begins, as one number.
 *
 * @param {Arc[]} arcs
 * @param {number} index below zero, it is run through backwards
 */
function startOf(arcs, index) {
  const arc = index < 0 ? arcs[~index] : arcs[index]
  const at = index < 0 ? arc.length - 2 : 0
  return arc[at] * ROW + arc[at + 1]
}
