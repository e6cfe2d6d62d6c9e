/** @import { Arc, Point, Run } from '../types.d.ts' */

/** Units of the drawing between two rows. */
const STEP = 50

/** Where there is land, row by row: coarse, but known at once for any number of points. */
export class LandRows {
  /**
   * @param {Arc[]} arcs
   * @param {Run[]} coasts
   */
  constructor(arcs, coasts) {
    /** @type {number[][]} where the rows meet a coast, from west to east */
    this.rows = []
    for (const index of coasts.flat()) this.add(arcs[index < 0 ? ~index : index])
    for (const row of this.rows) row?.sort((a, b) => a - b)
  }

  /** @param {Arc} coast */
  add(coast) {
    for (let i = 2; i < coast.length; i += 2) {
      const fromX = coast[i - 2]
      const fromY = coast[i - 1]
      const toX = coast[i]
      const toY = coast[i + 1]
      // Half a unit off, rows meet no point of a coast.
      const first = Math.ceil((Math.min(fromY, toY) - 0.5) / STEP)
      const last = Math.floor((Math.max(fromY, toY) - 0.5) / STEP)
      for (let row = first; row <= last; row += 1) {
        const part = (row * STEP + 0.5 - fromY) / (toY - fromY)
        this.rows[row] ??= []
        this.rows[row].push(fromX + part * (toX - fromX))
      }
    }
  }

  /**
   * Whether a point is on land.
   *
   * @param {Point} point in units of the drawing
   */
  has({ x, y }) {
    const row = this.rows[Math.round((y - 0.5) / STEP)]
    if (!row) return false
    let [from, to] = [0, row.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (row[middle] < x) from = middle + 1
      else to = middle
    }
    return from % 2 === 1
  }
}
