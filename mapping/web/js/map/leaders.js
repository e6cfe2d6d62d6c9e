import { LineLayer } from './line-layer.js'

/** @import { PlacedBlock, Point, SymbolBlock } from '../types.d.ts' */
/** @import { LatLng, LeafletMap, Vectors } from './leaflet.d.ts' */

const CORNERS = 8

/**
 * The lines from symbols to their places, with a dot at each place, and what lies behind a block of
 * symbols: one path each, however many they are.
 */
export class Leaders {
  /** @param {LeafletMap} map */
  constructor(map) {
    this.map = map
    map.options.renderer = new LineLayer()
    const style = { interactive: false, noClip: true, pane: 'overlayPane', smoothFactor: 0 }
    this.blocks = L.polygon([], { ...style, className: 'block' }).addTo(map)
    this.lines = L.polyline([], { ...style, className: 'leader' }).addTo(map)
    this.dots = L.polygon([], { ...style, className: 'leader-dot' }).addTo(map)
  }

  /**
   * Draw what joins these blocks to their places, and nothing else.
   *
   * @param {PlacedBlock[]} blocks
   * @param {number} size of a symbol
   */
  draw(blocks, size) {
    const crowds = blocks.filter(({ block }) => block.members.length > 1)
    const led = blocks.filter(({ block: { home, members }, middle }) =>
      members.length > 1 || Math.hypot(middle.x - home.x, middle.y - home.y) > size
    )
    this.set(this.blocks, crowds.map(({ block, middle }) => cornersOf(block, middle)))
    this.set(this.lines, led.map(({ block, middle }) => [block.home, middle]))
    this.set(this.dots, led.map(({ block }) => dotAt(block.home, size / 10)))
  }

  /**
   * @param {Vectors} path
   * @param {Point[][]} parts in pixels of the world
   */
  set(path, parts) {
    path.setLatLngs(
      parts.map((points) => points.map((point) => this.map.unproject(L.point(point.x, point.y)))),
    )
  }
}

/**
 * @param {SymbolBlock} block
 * @param {Point} middle
 * @returns {Point[]}
 */
function cornersOf({ height, width }, { x, y }) {
  const ways = [[-1, -1], [1, -1], [1, 1], [-1, 1]]
  return ways.map(([right, down]) => ({ x: x + (right * width) / 2, y: y + (down * height) / 2 }))
}

/**
 * @param {Point} middle
 * @param {number} radius
 * @returns {Point[]}
 */
function dotAt({ x, y }, radius) {
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
  })
}
