import { FILTER_KEYS } from '../pure/filter.js'
import { isIdentified } from '../pure/status.js'
import { subscribe } from '../store.js'
import { visiblePlaces } from '../visible.js'

/** @import { Basemap } from './basemap.js' */

/**
 * Let the fills of hosts follow the filter: filled are those of what is visible.
 *
 * @param {Basemap} basemap
 */
export function followFilter(basemap) {
  const fill = () => {
    const hosted = visiblePlaces().filter(isIdentified)
    basemap.fillHosts(new Set(hosted.map(({ country }) => country)))
  }
  subscribe(FILTER_KEYS, fill)
  fill()
}
