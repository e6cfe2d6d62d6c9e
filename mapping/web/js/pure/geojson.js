import { propertiesOf } from './columns.js'

/** @import { PageData, Place } from '../types.d.ts' */

/**
 * Write places as GeoJSON (RFC 7946), a line a place: WGS 84, longitude before latitude.
 *
 * @param {Place[]} places
 * @param {Pick<PageData, 'columns' | 'languages' | 'sources'>} data
 */
export function toGeoJson(places, data) {
  const lines = places.map((place) =>
    JSON.stringify({
      type: 'Feature',
      id: place.id,
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: propertiesOf(place, data),
    })
  )
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
