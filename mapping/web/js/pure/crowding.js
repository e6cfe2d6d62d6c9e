/** Where there is too much for symbols to find room, they become one. */
import { PointGrid } from './point-grid.js'
import { apartBy, FARTHEST } from './points.js'
import { GATHERED, groupOf, isFarOff } from './symbol-groups.js'

/** @import { Point, SymbolBlock, SymbolSizes } from '../types.d.ts' */

/** How far around a block counts what is to find room there, in pixels: both are moved. */
const AROUND = 2 * FARTHEST
/** How much of the circle that symbols can be moved in they may fill, and still find room. */
const ROOM = 0.75 * Math.PI * AROUND ** 2

/** Blocks, and what is around each of them, while the most crowded become groups. */
export class Crowding {
  /**
   * @param {Point[]} points
   * @param {SymbolSizes} sizes
   * @param {SymbolBlock[]} blocks
   */
  constructor(points, sizes, blocks) {
    this.points = points
    this.sizes = sizes
    this.reach = GATHERED * sizes.symbol
    /** @type {SymbolBlock[]} by their numbers, also those that are no more */
    this.known = []
    /** @type {Set<number>} those that are left */
    this.left = new Set()
    /** @type {number[]} how much is around each, and how many symbols are within its reach */
    this.loads = []
    /** @type {number[]} */
    this.counts = []
    this.grid = new PointGrid([], Math.max(this.reach, AROUND), blocks.length)
    for (const block of blocks) this.enter(block)
  }

  /** The blocks that are left, in the order of the list. */
  get blocks() {
    return [...this.left].map((number) => this.known[number]).sort((a, b) => a.order - b.order)
  }

  /** The numbers of those around which there is too much. */
  get crowded() {
    return [...this.left].filter((number) => this.loads[number] > ROOM)
  }

  /**
   * Let crowded blocks become groups: the most crowded with what is around it, and those near it wait for the
   * room that it gives; a block that has no room even where it stands, or none at the edge of the world, by
   * itself. Return whether any did.
   *
   * @param {number[]} crowded numbers of those that have no room
   */
  group(crowded) {
    const [taken, waiting] = [new Set(), new Set()]
    /** @type {SymbolBlock[]} */
    const groups = []
    for (const number of crowded.sort((a, b) => this.compare(a, b))) {
      if (taken.has(number) || waiting.has(number)) continue
      const { heart, members } = this.gather(number, taken)
      const { group, members: own } = this.known[number]
      if (members.length < 2 && (group || own.length < 2)) continue
      const all = members.flatMap((one) => this.known[one].members)
      groups.push(groupOf(this.points, all, this.sizes))
      for (const one of members) taken.add(one)
      for (const one of this.near(heart, 3 * this.reach)) waiting.add(one)
    }
    for (const one of taken) this.leave(one)
    for (const group of groups) this.enter(group)
    return groups.length > 0
  }

  /**
   * Return what is to be one with a crowded block, and around which of them.
   *
   * @param {number} number
   * @param {Set<number>} taken what is in another group
   */
  gather(number, taken) {
    const block = this.known[number]
    if (isFarOff(this.points, { block, middle: block.home })) {
      return { heart: number, members: [number] }
    }
    const [heart] = this.near(number, this.reach).sort((a, b) => this.compare(a, b))
    /** @param {number} one */
    const isFree = (one) => !taken.has(one)
    const close = this.near(heart, this.reach).filter(isFree)
    if (close.length > 1) return { heart, members: close }
    const { home } = this.known[heart]
    /** @param {number} one */
    const off = (one) => apartBy(this.known[one].home, home)
    const nearest = this.near(heart, 3 * this.reach)
      .sort((a, b) => off(a) - off(b) || this.known[a].order - this.known[b].order)
    return { heart, members: nearest.filter(isFree).slice(0, 2) }
  }

  /**
   * Return the numbers of what is near a block, itself among them.
   *
   * @param {number} number
   * @param {number} reach
   */
  near(number, reach) {
    return this.grid.within(this.known[number].home, reach)
  }

  /**
   * The more symbols are near a block the earlier it comes.
   *
   * @param {number} a
   * @param {number} b
   */
  compare(a, b) {
    return this.counts[b] - this.counts[a] || this.known[a].order - this.known[b].order
  }

  /** @param {SymbolBlock} block */
  enter(block) {
    const { load, count } = this.weigh(block, 1)
    this.loads.push(load + areaOf(block))
    this.counts.push(count + block.members.length)
    this.known.push(block)
    this.left.add(this.grid.add(block.home))
  }

  /** @param {number} number */
  leave(number) {
    this.grid.remove(number)
    this.left.delete(number)
    this.weigh(this.known[number], -1)
  }

  /**
   * Add a block to what the others have around them, or take it away; return what it has itself.
   *
   * @param {SymbolBlock} block
   * @param {1 | -1} sign
   */
  weigh(block, sign) {
    const { counts, known, loads, reach } = this
    const [area, its] = [sign * areaOf(block), sign * block.members.length]
    let [load, count] = [0, 0]
    for (const number of this.grid.within(block.home, this.grid.cell)) {
      const other = known[number]
      const off = apartBy(other.home, block.home)
      if (off <= AROUND) {
        loads[number] += area
        load += areaOf(other)
      }
      if (off <= reach) {
        counts[number] += its
        count += other.members.length
      }
    }
    return { count, load }
  }
}

/** @param {SymbolBlock} block */
function areaOf({ height, width }) {
  return height * width
}
