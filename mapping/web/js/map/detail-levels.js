import { overlap, widened } from '../pure/boxes.js'
import { simplifyArcs, simplifyInSteps } from '../pure/detail.js'
import { boundingBox } from '../pure/hit-test.js'
import { finish } from '../pure/steps.js'
import { trace } from '../pure/topology.js'

/** @import { Arc, Box, Run } from '../types.d.ts' */

/** Pixels that a point may be off a line without being missed, and levels of detail to a doubling. */
const [LEAST_OFF, LEVELS] = [0.35, 2]
/** So many arcs are traced in one step. */
const ARCS_A_STEP = 60
/** How many pixels a line is broad at most. */
const BROADEST = 2

/** @typedef {{ box: Box, path: Path2D }} Part of a shape: one run */
/** @typedef {{ parts: Part[], whole: Path2D }} Traced */
/** @typedef {{ arcs?: Arc[], off: number, steps?: Generator<void, void>, traced: Map<Run[], Traced> }} Level */

/** The shapes of the world in the detail that a scale shows; what is made is kept. */
export class DetailLevels {
  /**
   * @param {Arc[]} arcs
   * @param {{ runs: Run[] }[]} shapes some with the same runs: land and coasts are one path
   */
  constructor(arcs, shapes) {
    this.allPoints = arcs
    this.shapes = shapes
    /** @type {Map<number, Level>} */
    this.levels = new Map()
  }

  /**
   * @param {number} scale pixels to a unit of the drawing
   * @returns {Level}
   */
  level(scale) {
    const number = Math.round(LEVELS * Math.log2(scale))
    const level = this.levels.get(number) ??
      { off: LEAST_OFF / 2 ** (number / LEVELS), traced: new Map() }
    this.levels.set(number, level)
    return level
  }

  /**
   * Return all arcs.
   *
   * @param {number} scale
   */
  arcs(scale) {
    const level = this.level(scale)
    level.arcs ??= simplifyArcs(this.allPoints, level.off)
    return level.arcs
  }

  /**
   * Return the paths of the shapes, as far as they are seen in a view.
   *
   * @param {number} scale
   * @param {Box} view in units of the drawing
   */
  paths(scale, view) {
    finish(this.makePaths(scale))
    const { traced } = this.level(scale)
    const around = widened(view, BROADEST / scale)
    const seen = new Map([...traced].map(([runs, one]) => [runs, pathWithin(one, around)]))
    return this.shapes.map(({ runs }) => /** @type {Path2D} */ (seen.get(runs)))
  }

  /**
   * Return the steps in which the paths are made; whoever needs them at once goes on with the same.
   *
   * @param {number} scale
   */
  makePaths(scale) {
    const level = this.level(scale)
    level.steps ??= this.make(level)
    return level.steps
  }

  /** @param {Level} level */
  *make(level) {
    level.arcs ??= yield* simplifyInSteps(this.allPoints, level.off)
    for (const { runs } of this.shapes) {
      if (!level.traced.has(runs)) level.traced.set(runs, yield* traceRuns(level.arcs, runs))
    }
  }

  /**
   * Forget the paths of a shape that is about to change.
   *
   * @param {Run[]} runs
   */
  forget(runs) {
    for (const level of this.levels.values()) {
      level.traced.delete(runs)
      delete level.steps
    }
  }
}

/**
 * @param {Arc[]} arcs
 * @param {Run[]} runs
 * @returns {Generator<void, Traced>}
 */
function* traceRuns(arcs, runs) {
  const whole = new Path2D()
  const parts = []
  let traced = 0
  for (const run of runs) {
    const path = new Path2D()
    trace(path, arcs, [run])
    whole.addPath(path)
    parts.push({ box: boundingBox(arcs, [run]), path })
    traced += run.length
    if (traced < ARCS_A_STEP) continue
    traced = 0
    yield
  }
  yield
  return { parts, whole }
}

/**
 * Return the runs of a shape that may be seen in a view as one path: of what is out of it, each point takes its time.
 *
 * @param {Traced} shape
 * @param {Box} view
 */
function pathWithin({ parts, whole }, view) {
  const seen = parts.filter(({ box }) => overlap(box, view))
  if (seen.length > parts.length / 2) return whole
  const path = new Path2D()
  for (const part of seen) path.addPath(part.path)
  return path
}
