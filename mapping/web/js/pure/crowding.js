/** Where there is too much for symbols to find room. */
import { PointGrid } from './point-grid.js'
import { FARTHEST } from './points.js'

/** @import { Point, SymbolBlock } from '../types.d.ts' */

/** How much of the circle that symbols can be moved in they may fill, and still find room. */
const LOAD = 0.75

/** Which blocks have so much around them that not all would find room, as more and more become groups. */
export class Crowding {
  constructor() {
    /** @type {Map<SymbolBlock, number>} how much is around each; it stays until one near it comes or goes */
    this.areas = new Map()
    /** @type {PointGrid | undefined} of the blocks that were looked at last */
    this.grid = undefined
  }

  /**
   * Return the numbers of the crowded blocks.
   *
   * @param {SymbolBlock[]} blocks
   */
  among(blocks) {
    const reach = 2 * FARTHEST
    const room = LOAD * Math.PI * reach ** 2
    const grid = new PointGrid(blocks.map(({ home }) => home), reach)
    this.grid = grid
    for (const number of this.changed(blocks, (home) => grid.within(home, reach))) {
      const around = grid.within(blocks[number].home, reach)
      this.areas.set(
        blocks[number],
        around.reduce((sum, other) => sum + areaOf(blocks[other]), 0),
      )
    }
    return blocks.flatMap((block, number) => (this.areas.get(block) ?? 0) > room ? [number] : [])
  }

  /**
   * Return the numbers of the blocks near which one has come or gone; forget those that have gone.
   *
   * @param {SymbolBlock[]} blocks
   * @param {(home: Point) => number[]} around
   */
  changed(blocks, around) {
    if (!this.areas.size) return blocks.keys()
    const others = blocks.filter((block) => !this.areas.has(block))
    const present = new Set(blocks)
    for (const block of this.areas.keys()) {
      if (present.has(block)) continue
      others.push(block)
      this.areas.delete(block)
    }
    return new Set(others.flatMap(({ home }) => around(home)))
  }
}

/** @param {SymbolBlock} block */
function areaOf({ height, width }) {
  return height * width
}
