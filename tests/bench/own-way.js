/* Areas, coasts and lines as the map's own scripts draw them. */
import { drawBasemap } from '../../mapping/web/js/map/basemap.js'
import { openMap, readAreas } from './open-map.js'

drawBasemap(openMap(), readAreas())
performance.mark('map-ready')
