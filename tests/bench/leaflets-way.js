/* Areas as Leaflet draws GeoJSON: no coasts, no lines. */
import { openMap, readAreas } from './open-map.js'

L.geoJSON(readAreas(), {
  interactive: false,
  style: (/** @type {{ properties: { status: string } }} */ { properties }) => ({
    className: `area ${properties.status}`,
  }),
}).addTo(openMap())
performance.mark('map-ready')
