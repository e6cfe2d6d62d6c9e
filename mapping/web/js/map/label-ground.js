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
  const isLand = pointsOf(line).map((at) => basemap.land.has(basemap.fromLayer(at)))
  const sea = isLand.indexOf(false)
  return sea < 0 ? 0 : isLand.slice(sea).filter(Boolean).length * LINE_STEP
}

/**
 * Whether a line leads so far over the land of others that its label would seem to be theirs.
 *
 * @param {Basemap} basemap
 * @param {Segment} line on the layer, in pixels
 * @param {string} own code of the area from which it comes
 */
export function leadsAstray(basemap, line, own) {
  if (landBeyondSea(basemap, line) > MOST_BEYOND) return true
  const land = pointsOf(line).filter((at) => basemap.land.has(basemap.fromLayer(at)))
  const most = MOST_FOREIGN / LINE_STEP
  return land.length > most &&
    land.filter((at) => !basemap.isWithin(boxAround(at, 0), own)).length > most
}

/** @param {Segment} line */
function pointsOf([from, to]) {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LINE_STEP)
  return Array.from({ length: steps }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / steps,
    y: from.y + ((to.y - from.y) * (i + 1)) / steps,
  }))
}
