/** @import { Point } from '../types.d.ts' */

/**
 * Points by the cells of a grid that they lie in, so that few are looked at to find those near a point. Two
 * numbers a point and no object a cell: tens of thousands are taken up within a frame.
 */
export class PointGrid {
  /**
   * @param {Point[]} points
   * @param {number} cell side of a cell, in the unit of the points
   * @param {number} [count] how many points there will be
   */
  constructor(points, cell, count = points.length) {
    /** @type {Point[]} */
    this.points = []
    /** @type {number} */
    this.cell = cell
    /** @type {number} */
    this.mask = 2 ** Math.ceil(Math.log2(count + 1)) - 1
    /** Of each bucket the last point, and of each point the one before, or less than none. */
    this.last = new Int32Array(this.mask + 1).fill(-1)
    /** @type {number[]} */
    this.before = []
    for (const point of points) this.add(point)
  }

  /**
   * Take up a point, and return its number.
   *
   * @param {Point} point
   */
  add(point) {
    const bucket = this.bucketOf(point)
    this.before.push(this.last[bucket])
    this.last[bucket] = this.before.length - 1
    return this.points.push(point) - 1
  }

  /**
   * Find a point no more; the others keep their numbers.
   *
   * @param {number} number
   */
  remove(number) {
    const bucket = this.bucketOf(this.points[number])
    let after = -1
    for (let one = this.last[bucket]; one !== number; one = this.before[one]) after = one
    if (after < 0) this.last[bucket] = this.before[number]
    else this.before[after] = this.before[number]
  }

  /**
   * Return the bucket of a cell; others may share it.
   *
   * @param {number} column
   * @param {number} row
   * @returns {number}
   */
  bucket(column, row) {
    return (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) & this.mask
  }

  /**
   * @param {Point} point
   * @returns {number}
   */
  bucketOf({ x, y }) {
    return this.bucket(Math.floor(x / this.cell), Math.floor(y / this.cell))
  }

  /**
   * Return the numbers of the points that are no farther from a point than this to either side, up or
   * down, and in all; itself among them.
   *
   * @param {Point} point
   * @param {number} wide
   * @param {number} [high]
   * @param {number} [reach]
   */
  near({ x, y }, wide, high = wide, reach = Infinity) {
    const { before, cell, last, points } = this
    const farthest = reach * reach
    /** @type {number[]} */
    const found = []
    const right = Math.floor((x + wide) / cell)
    const lower = Math.floor((y + high) / cell)
    for (let column = Math.floor((x - wide) / cell); column <= right; column += 1) {
      for (let row = Math.floor((y - high) / cell); row <= lower; row += 1) {
        for (let one = last[this.bucket(column, row)]; one >= 0; one = before[one]) {
          const other = points[one]
          const across = other.x - x
          if (across > wide || across < -wide) continue
          const down = other.y - y
          if (down > high || down < -high || across * across + down * down > farthest) continue
          const isInCell = Math.floor(other.x / cell) === column &&
            Math.floor(other.y / cell) === row
          if (isInCell) found.push(one)
        }
      }
    }
    return found
  }

  /**
   * Return the numbers of the points within a distance of a point, itself among them.
   *
   * @param {Point} point
   * @param {number} reach
   */
  within(point, reach) {
    return this.near(point, reach, reach, reach)
  }
}
