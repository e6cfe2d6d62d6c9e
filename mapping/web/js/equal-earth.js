'use strict'

/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018) as a Leaflet reference system.
 * Longitudes run from the edge of the map; beyond the poles nothing is drawn, beyond the sides the
 * formula simply goes on, so that every corner of the map's frame has a latitude and a longitude.
 */
const EqualEarth = (() => {
  const A = [1.340264, -0.081106, 0.000893, 0.003796]
  const ROOT3 = Math.sqrt(3)
  const RADIANS = Math.PI / 180
  const CENTRAL_MERIDIAN = Number(document.documentElement.dataset.meridian)
  const POLE = y(Math.asin(ROOT3 / 2))
  const SIDE = x(Math.PI, 0)

  function y(theta) {
    const t2 = theta * theta
    const t6 = t2 ** 3
    return theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))
  }

  function slope(theta) {
    const t2 = theta * theta
    const t6 = t2 ** 3
    return A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2)
  }

  function x(lambda, theta) {
    return (2 * lambda * Math.cos(theta)) / (ROOT3 * slope(theta))
  }

  function theta(northing) {
    const target = Math.max(-POLE, Math.min(POLE, northing))
    let guess = target
    for (let step = 0; step < 12; step += 1) guess -= (y(guess) - target) / slope(guess)
    return guess
  }

  const projection = {
    bounds: L.bounds([-SIDE, -POLE], [SIDE, POLE]),

    project(latlng) {
      const latitude = Math.max(-90, Math.min(90, latlng.lat))
      const angle = Math.asin((ROOT3 / 2) * Math.sin(latitude * RADIANS))
      return L.point(x((latlng.lng - CENTRAL_MERIDIAN) * RADIANS, angle), y(angle))
    },

    unproject(point) {
      const angle = theta(point.y)
      const sine = Math.max(-1, Math.min(1, (2 * Math.sin(angle)) / ROOT3))
      const latitude = Math.asin(sine) / RADIANS
      return L.latLng(latitude, point.x / x(1, angle) / RADIANS + CENTRAL_MERIDIAN)
    },
  }

  /** Longitude as the map counts it: east of its edge, on to the far side of 180 degrees. */
  function longitude(degrees) {
    const edge = CENTRAL_MERIDIAN - 180
    return ((((degrees - edge) % 360) + 360) % 360) + edge
  }

  /** A longitude no further out than the edges of the map. */
  function within(degrees) {
    return Math.max(CENTRAL_MERIDIAN - 180, Math.min(CENTRAL_MERIDIAN + 180, degrees))
  }

  /** The frame of the world in latitude and longitude: its corners project to the map's corners. */
  function frame() {
    const { min, max } = projection.bounds
    return L.latLngBounds(projection.unproject(min), projection.unproject(max))
  }

  /** The outline of the world: down its western edge and up its eastern one. */
  function outline() {
    const latitudes = Array.from({ length: 91 }, (_, step) => 90 - 2 * step)
    const [west, east] = [CENTRAL_MERIDIAN - 180, CENTRAL_MERIDIAN + 180]
    return [
      ...latitudes.map((latitude) => [latitude, west]),
      ...latitudes.reverse().map((latitude) => [latitude, east]),
    ]
  }

  L.CRS.EqualEarth = L.extend({}, L.CRS.Earth, {
    code: 'ESRI:54035',
    projection,
    wrapLng: undefined,
    transformation: L.transformation(0.5 / SIDE, 0.5, -0.5 / SIDE, (0.5 * POLE) / SIDE),
  })

  return { frame, longitude, outline, within }
})()
