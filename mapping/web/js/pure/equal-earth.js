/** @import { Box, Point, Position } from '../types.d.ts' */

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796]
/** Radians: after a step of Newton's method as short as this, the next one changes nothing. */
const PRECISE = 1e-9
const ROOT3 = Math.sqrt(3)
const RADIANS = Math.PI / 180
const Y_AT_POLE = yAt(Math.asin(ROOT3 / 2))
const X_AT_EDGE = xAt(Math.PI, 0)

/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018) of a sphere of radius 1.
 *
 * Longitudes run from the edge of the map; beyond the poles nothing is drawn, beyond the sides the
 * formula simply goes on, so that every corner of the map's frame has a latitude and a longitude.
 */
export class EqualEarth {
  /** @type {Box} */
  bounds = { min: { x: -X_AT_EDGE, y: -Y_AT_POLE }, max: { x: X_AT_EDGE, y: Y_AT_POLE } }

  /** @param {number} centralMeridian in degrees east */
  constructor(centralMeridian) {
    this.centralMeridian = centralMeridian
    this.west = centralMeridian - 180
    this.east = centralMeridian + 180
  }

  /**
   * @param {Position} position
   * @returns {Point}
   */
  project({ latitude, longitude }) {
    const clamped = Math.max(-90, Math.min(90, latitude))
    const theta = Math.asin((ROOT3 / 2) * Math.sin(clamped * RADIANS))
    return { x: xAt((longitude - this.centralMeridian) * RADIANS, theta), y: yAt(theta) }
  }

  /**
   * @param {Point} point
   * @returns {Position}
   */
  unproject({ x, y }) {
    const theta = thetaAt(y)
    const sine = Math.max(-1, Math.min(1, (2 * Math.sin(theta)) / ROOT3))
    const longitude = x / xAt(1, theta) / RADIANS + this.centralMeridian
    return { latitude: Math.asin(sine) / RADIANS, longitude }
  }

  /**
   * Return a longitude as the map counts it: east of its edge, on to the far side of 180 degrees.
   *
   * @param {number} longitude
   */
  wrapLongitude(longitude) {
    return ((((longitude - this.west) % 360) + 360) % 360) + this.west
  }

  /**
   * Return a longitude no further out than the edges of the map.
   *
   * @param {number} longitude
   */
  clampLongitude(longitude) {
    return Math.max(this.west, Math.min(this.east, longitude))
  }

  /**
   * Return the outline of the world: down its western edge and up its eastern one.
   *
   * @returns {Position[]}
   */
  outline() {
    const latitudes = Array.from({ length: 91 }, (_, step) => 90 - 2 * step)
    return [
      ...latitudes.map((latitude) => ({ latitude, longitude: this.west })),
      ...latitudes.reverse().map((latitude) => ({ latitude, longitude: this.east })),
    ]
  }
}

/** @param {number} theta the parametric latitude, in radians */
function yAt(theta) {
  const t2 = theta * theta
  const t6 = t2 ** 3
  return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))
}

/** @param {number} theta */
function slopeAt(theta) {
  const t2 = theta * theta
  const t6 = t2 ** 3
  return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)
}

/**
 * @param {number} lambda radians from the central meridian
 * @param {number} theta
 */
function xAt(lambda, theta) {
  return (2 * lambda * Math.cos(theta)) / (ROOT3 * slopeAt(theta))
}

/**
 * Return the parametric latitude of a y, by Newton's method.
 *
 * @param {number} y
 */
function thetaAt(y) {
  const target = Math.max(-Y_AT_POLE, Math.min(Y_AT_POLE, y))
  let theta = target
  for (let step = 0, off = 1; step < 12 && Math.abs(off) > PRECISE; step += 1) {
    off = (yAt(theta) - target) / slopeAt(theta)
    theta -= off
  }
  return theta
}
