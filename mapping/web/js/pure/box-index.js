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
      for (const key of cellsOf(box)) {
        const cell = this.cells.get(key)
        if (cell) cell.push(box)
        else this.cells.set(key, [box])
      }
    }
  }

  /**
   * Whether any box that overlaps another one passes a test.
   *
   * @param {Box} other
   * @param {(box: Box) => boolean} [test]
   */
  some(other, test = () => true) {
    return cellsOf(other).some((key) =>
      this.cells.get(key)?.some((box) => overlap(box, other) && test(box))
    )
  }
}

/** @param {Box} box */
function cellsOf({ min, max }) {
  const keys = []
  for (let column = Math.floor(min.x / CELL); column <= max.x / CELL; column += 1) {
    for (let row = Math.floor(min.y / CELL); row <= max.y / CELL; row += 1) {
      keys.push(column * 65_536 + row)
    }
  }
  return keys
}
