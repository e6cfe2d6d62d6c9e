/** @import { Box } from '../types.d.ts' */
/** @import { AreaRows } from './area-rooms.js' */

/** What no area was entered for. */
const NOWHERE = 65_535

/** What lies under a frame: coarse, but known at once for any number of points. */
export class AreaGrid {
  /**
   * @param {Box} frame
   * @param {number} step from row to row, and from column to column
   */
  constructor({ min, max }, step) {
    this.min = min
    this.step = step
    this.columns = Math.max(0, Math.floor((max.x - min.x) / step))
    this.rows = Math.max(0, Math.floor((max.y - min.y) / step))
    /** Numbers of areas, row by row. */
    this.cells = new Uint16Array(this.columns * this.rows).fill(NOWHERE)
  }

  /**
   * Enter an area under a number, over those that were entered before.
   *
   * @param {AreaRows} area whose rows are those of the grid
   * @param {number} number
   */
  add({ rows }, number) {
    rows.slice(0, this.rows).forEach((row, i) => {
      for (let k = 1; k < row.length; k += 2) {
        const from = Math.max(0, Math.round((row[k - 1] - this.min.x) / this.step))
        const to = Math.min(this.columns, Math.round((row[k] - this.min.x) / this.step))
        this.cells.fill(number, i * this.columns + from, i * this.columns + Math.max(from, to))
      }
    })
  }

  /**
   * Return the number of the area at a point.
   *
   * @param {number} x
   * @param {number} y
   */
  at(x, y) {
    const column = Math.floor((x - this.min.x) / this.step)
    const row = Math.round((y - this.min.y) / this.step)
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return NOWHERE
    return this.cells[row * this.columns + column]
  }
}
