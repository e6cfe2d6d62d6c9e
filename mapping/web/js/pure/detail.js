import { finish } from './steps.js'

/** @import { Arc } from '../types.d.ts' */

/** Points of an arc below which none is left out: what is left must stay an area. */
const FEWEST = 4
/** So many numbers are looked at in one step. */
const NUMBERS_A_STEP = 2000

/**
 * Return arcs without the points that are no further than a distance from the line through the others;
 * their ends stay, so that areas and lines that share them still meet.
 *
 * @param {Arc[]} arcs
 * @param {number} distance
 * @returns {Arc[]}
 */
export function simplifyArcs(arcs, distance) {
  return finish(simplifyInSteps(arcs, distance))
}

/**
 * The same in steps. All lie in one array, for this is done before anything is drawn.
 *
 * @param {Arc[]} arcs
 * @param {number} distance
 * @returns {Generator<void, Arc[]>}
 */
export function* simplifyInSteps(arcs, distance) {
  const kept = new Int32Array(arcs.reduce((sum, { length }) => sum + length, 0))
  const simple = []
  let from = 0
  let looked = 0
  for (const arc of arcs) {
    if (arc.length <= 2 * FEWEST) {
      simple.push(arc)
      continue
    }
    let to = simplify(arc, distance, kept, from)
    if (to - from < 2 * FEWEST) to = thin(arc, kept, from)
    simple.push(kept.subarray(from, to))
    from = to
    looked += arc.length
    if (looked > NUMBERS_A_STEP) {
      looked = 0
      yield
    }
  }
  return simple
}

/**
 * Copy the points of an arc that are kept, by a wedge from the last of them (Zhao and Saalfeld 1997, "Linear-time
 * sleeve-fitting polyline simplification algorithms"); return where they end. No lists in it: it runs before a
 * browser has compiled it well, and then each takes longer than all the rest.
 *
 * @param {Arc} arc
 * @param {number} distance
 * @param {Int32Array} kept
 * @param {number} start where they begin
 */
function simplify(arc, distance, kept, start) {
  let to = start + 2
  let x = arc[0]
  let y = arc[1]
  kept[start] = x
  kept[start + 1] = y
  // The sides of the wedge, and how far the arc has come in it; nothing before its first point.
  let leftX = 0
  let leftY = 0
  let rightX = 0
  let rightY = 0
  let furthest = 0
  for (let i = 2; i < arc.length;) {
    const right = arc[i] - x
    const down = arc[i + 1] - y
    const way = Math.sqrt(right * right + down * down)
    const outside = furthest > 0 && (
      way < furthest - distance || leftX * down < leftY * right || rightX * down > rightY * right
    )
    if (outside) {
      x = kept[to] = arc[i - 2]
      y = kept[to + 1] = arc[i - 1]
      to += 2
      furthest = 0
      continue
    }
    if (way > distance) {
      const part = distance / way
      const alongX = right * part
      const alongY = down * part
      if (!furthest || leftX * (down - alongX) > leftY * (right + alongY)) {
        leftX = right + alongY
        leftY = down - alongX
      }
      if (!furthest || rightX * (down + alongX) < rightY * (right - alongY)) {
        rightX = right - alongY
        rightY = down + alongX
      }
      if (way > furthest) furthest = way
    }
    i += 2
  }
  kept[to] = arc[arc.length - 2]
  kept[to + 1] = arc[arc.length - 1]
  return to + 2
}

/**
 * Copy the ends of an arc and two points between them; return where they end.
 *
 * @param {Arc} arc
 * @param {Int32Array} kept
 * @param {number} start where they begin
 */
function thin(arc, kept, start) {
  const last = arc.length / 2 - 1
  for (let i = 0; i < FEWEST; i += 1) {
    const at = 2 * Math.round((last * i) / (FEWEST - 1))
    kept[start + 2 * i] = arc[at]
    kept[start + 2 * i + 1] = arc[at + 1]
  }
  return start + 2 * FEWEST
}
