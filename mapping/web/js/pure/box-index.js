import { overlap } from './boxes.js'

/** @import { Box } from '../types.d.ts' */

/** Side of a cell in pixels: about the width of a short label. */
const CELL = 48

/** Boxes by the cells of a grid that they lie in, so that few are looked at to find those in a place. */
export class BoxIndex {
  /** @param {Box[]} boxes */
  constructor(boxes) {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map()
    for (const box of boxes) {
      const { max, min } = box
      for (let column = Math.floor(min.x / CELL); column <= max.x / CELL; column += 1) {
        for (let row = Math.floor(min.y / CELL); row <= max.y / CELL; row += 1) {
          const cell = this.cells.get(keyOf(column, row))
          if (cell) cell.push(box)
          else this.cells.set(keyOf(column, row), [box])
        }
      }
    }
  }

  /**
   * Whether any box that overlaps another one passes a test.
   *
   * @param {Box} other
   * @param {(box: Box) => boolean} [test]
   */
  some(other, test) {
    const { max, min } = other
    for (let column = Math.floor(min.x / CELL); column <= max.x / CELL; column += 1) {
      for (let row = Math.floor(min.y / CELL); row <= max.y / CELL; row += 1) {
        const cell = this.cells.get(keyOf(column, row))
        if (!cell) continue
        for (let i = 0; i < cell.length; i += 1) {
          if (overlap(cell[i], other) && (!test || test(cell[i]))) return true
        }
      }
    }
    return false
  }
}

/**
 * @param {number} column
 * @param {number} row
 */
function keyOf(column, row) {
  return column * 65_536 + row
}
