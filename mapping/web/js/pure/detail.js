/** @import { Arc } from '../types.d.ts' */

/** Numbers of an arc, two a point, below which none is left out: what is left must stay an area. */
const FEWEST = 8

/**
 * Return arcs without the points that are closer than a distance to the one before them; their ends
 * stay, so that areas and lines that share them still meet.
 *
 * @param {Arc[]} arcs
 * @param {number} distance
 */
export function simplifyArcs(arcs, distance) {
  return arcs.map((arc) => simplify(arc, distance))
}

/**
 * @param {Arc} arc
 * @param {number} distance
 */
function simplify(arc, distance) {
  const last = arc.length - 2
  const kept = [arc[0], arc[1]]
  for (let i = 2; i < last; i += 2) {
    const [right, down] = [arc[i] - kept[kept.length - 2], arc[i + 1] - kept[kept.length - 1]]
    if (Math.abs(right) >= distance || Math.abs(down) >= distance) kept.push(arc[i], arc[i + 1])
  }
  kept.push(arc[last], arc[last + 1])
  return kept.length < FEWEST ? arc : Int32Array.from(kept)
}
