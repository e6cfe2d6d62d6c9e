/* Areas, coasts and lines as the map's own scripts draw them. */
import { Basemap } from '../../mapping/web/js/map/basemap.js'
import { openMap, readAreas } from './open-map.js'

new Basemap(openMap(), readAreas())
performance.mark('map-ready')
