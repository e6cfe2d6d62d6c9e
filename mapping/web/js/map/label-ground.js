/** @import { Segment } from '../types.d.ts' */
/** @import { Basemap } from './basemap.js' */

/** Pixels along a line from where is looked what it runs over to where is next. */
const LINE_STEP = 6

/**
 * Return how many pixels of a line lie over land beyond the sea.
 *
 * @param {Basemap} basemap
 * @param {Segment} line on the layer, in pixels
 */
export function landBeyondSea(basemap, [from, to]) {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LINE_STEP)
  let [isAtSea, beyond] = [false, 0]
  for (let step = 1; step <= steps; step += 1) {
    const part = step / steps
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    const isLand = basemap.land.has(basemap.fromLayer(at))
    if (isLand && isAtSea) beyond += 1
    isAtSea ||= !isLand
  }
  return beyond * LINE_STEP
}
