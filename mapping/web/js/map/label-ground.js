import { boxAround } from '../pure/boxes.js'

/** @import { Segment } from '../types.d.ts' */
/** @import { Basemap } from './basemap.js' */

/** Pixels along a line from where is looked what it runs over to where is next. */
const LINE_STEP = 6
/** Pixels of land beyond the sea that a line may lead over, and of land that is not its own. */
const [MOST_BEYOND, MOST_FOREIGN] = [40, 80]

/**
 * Return how many pixels of a line lie over land beyond the sea.
 *
 * @param {Basemap} basemap
 * @param {Segment} line on the layer, in pixels
 */
export function landBeyondSea(basemap, line) {
  return beyondSea(groundAlong(basemap, line))
}

/**
 * Whether a line leads so far over the land of others that its label would seem to be theirs.
 *
 * @param {Basemap} basemap
 * @param {Segment} line on the layer, in pixels
 * @param {string} own code of the area from which it comes
 */
export function leadsAstray(basemap, line, own) {
  const ground = groundAlong(basemap, line)
  if (beyondSea(ground) > MOST_BEYOND) return true
  const [land, most] = [ground.filter(({ isLand }) => isLand), MOST_FOREIGN / LINE_STEP]
  return land.length > most &&
    land.filter(({ at }) => !basemap.isWithin(boxAround(at, 0), own)).length > most
}

/** @param {{ isLand: boolean }[]} ground */
function beyondSea(ground) {
  const sea = ground.findIndex(({ isLand }) => !isLand)
  return sea < 0 ? 0 : ground.slice(sea).filter(({ isLand }) => isLand).length * LINE_STEP
}

/**
 * Return what lies under a line, step by step.
 *
 * @param {Basemap} basemap
 * @param {Segment} line
 */
function groundAlong(basemap, [from, to]) {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LINE_STEP)
  return Array.from({ length: steps }, (_, i) => {
    const part = (i + 1) / steps
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    return { at, isLand: basemap.land.has(basemap.fromLayer(at)) }
  })
}
