/** @import { Point } from '../types.d.ts' */

/**
 * Points by the cells of a grid that they lie in, so that few are looked at to find those near a point. Two
 * numbers a point and no object a cell: tens of thousands are taken up within a frame.
 */
export class PointGrid {
  /**
   * @param {Point[]} points
   * @param {number} cell side of a cell, in the unit of the points
   */
  constructor(points, cell) {
    this.points = points
    this.cell = cell
    /** @type {number} */
    this.mask = 2 ** Math.ceil(Math.log2(points.length + 1)) - 1
    /** Of each bucket the first point, and of each point the next one, less one. */
    this.first = new Int32Array(this.mask + 1).fill(-1)
    this.next = new Int32Array(points.length)
    for (let number = points.length - 1; number >= 0; number -= 1) {
      const { x, y } = points[number]
      const bucket = this.bucket(Math.floor(x / cell), Math.floor(y / cell))
      this.next[number] = this.first[bucket]
      this.first[bucket] = number
    }
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
   * Return the numbers of the points that are no farther from a point than this to either side, and up or
   * down; itself among them.
   *
   * @param {Point} point
   * @param {number} wide
   * @param {number} [high]
   */
  near({ x, y }, wide, high = wide) {
    /** @type {number[]} */
    const found = []
    const right = Math.floor((x + wide) / this.cell)
    const lower = Math.floor((y + high) / this.cell)
    for (let column = Math.floor((x - wide) / this.cell); column <= right; column += 1) {
      for (let row = Math.floor((y - high) / this.cell); row <= lower; row += 1) {
        let number = this.first[this.bucket(column, row)]
        for (; number >= 0; number = this.next[number]) {
          const other = this.points[number]
          const isIn = Math.floor(other.x / this.cell) === column &&
            Math.floor(other.y / this.cell) === row
          if (isIn && Math.abs(other.x - x) <= wide && Math.abs(other.y - y) <= high) {
            found.push(number)
          }
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
    return this.near(point, reach).filter((number) => {
      const { x, y } = this.points[number]
      return (x - point.x) ** 2 + (y - point.y) ** 2 <= reach ** 2
    })
  }
}
