/** @import { Segment } from '../types.d.ts' */
/** @import { Ground } from '../pure/label-costs.js' */
/** @import { AreasInView } from './areas-in-view.js' */

/** Pixels from one look at what lies under a label to the next: across, and down. */
const [ASIDE, DOWN] = [8, 5]

/**
 * Return what lies under the label of an area.
 *
 * @param {AreasInView} areas
 * @param {string} own code of the area
 * @returns {Ground}
 */
export function groundOf(areas, own) {
  const others = areas.numbersBut(own)
  return {
    isParted: areas.basemap.isParted(own),
    along: (line) => areas.numbersAlong(line).map((number) => others[number] ? number : 0),
    ashore: ({ max, min }) => {
      const columns = Math.ceil((max.x - min.x) / ASIDE)
      const rows = Math.ceil((max.y - min.y) / DOWN)
      let count = 0
      for (let i = 0; i <= columns; i += 1) {
        const x = min.x + (max.x - min.x) * i / columns
        for (let k = 0; k <= rows; k += 1) {
          if (others[areas.numberAt(x, min.y + (max.y - min.y) * k / rows)]) count += 1
        }
      }
      return count / (columns + 1) / (rows + 1)
    },
  }
}
