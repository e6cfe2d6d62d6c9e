import { FILTER_KEYS } from '../pure/filter.js'
import { changeState, subscribe } from '../store.js'
import { isVisible } from '../visible.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */

/** Right and down, of each arrow key. */
const DIRECTIONS = new Map([
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
])

/** One tab stop into the map; arrow keys go to the nearest symbol in their direction. */
export class SymbolKeyboard {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   */
  constructor(map, symbols) {
    this.map = map
    this.symbols = symbols
    /** @type {SymbolEntry | undefined} the map's tab stop */
    this.stop = undefined
    this.rove(symbols.entries[0])
    subscribe(FILTER_KEYS, () => {
      if (this.stop && !isVisible(this.stop.place)) this.rove(symbols.visible().at(0))
    })
    for (const entry of symbols.entries) {
      entry.button.addEventListener('keydown', (event) => this.press(event, entry))
      entry.button.addEventListener('focus', () => this.rove(entry))
      entry.marker.on('click', () => this.choose(entry))
    }
  }

  /** @param {SymbolEntry} entry */
  choose({ place }) {
    changeState({ presence: place.id }, { step: true })
  }

  /**
   * Make one symbol the map's tab stop.
   *
   * @param {SymbolEntry | undefined} entry
   */
  rove(entry) {
    if (!entry) return
    if (this.stop) this.stop.button.tabIndex = -1
    this.stop = entry
    entry.button.tabIndex = 0
  }

  /**
   * @param {KeyboardEvent} event
   * @param {SymbolEntry} entry
   */
  press(event, entry) {
    const visible = this.symbols.visible()
    const direction = DIRECTIONS.get(event.key)
    if (event.key === 'Enter' || event.key === ' ') this.choose(entry)
    else if (direction) this.go(this.next(entry, direction))
    else if (event.key === 'Home') this.go(visible.at(0))
    else if (event.key === 'End') this.go(visible.at(-1))
    else if (event.key === '+') this.map.zoomIn(1)
    else if (event.key === '-') this.map.zoomOut(1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /**
   * The nearest symbol in a direction: distance, and twice the way off the straight line.
   *
   * @param {SymbolEntry} from
   * @param {number[]} direction
   */
  next(from, [dx, dy]) {
    const here = this.map.latLngToLayerPoint(from.marker.getLatLng())
    /** @param {SymbolEntry} entry */
    const cost = (entry) => {
      const there = this.map.latLngToLayerPoint(entry.marker.getLatLng())
      const [x, y] = [there.x - here.x, there.y - here.y]
      const [along, across] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)]
      return along > 0 ? along + 2 * across : Infinity
    }
    const ranked = this.symbols.visible().filter((entry) => cost(entry) < Infinity)
    return ranked.sort((a, b) => cost(a) - cost(b)).at(0)
  }

  /** @param {SymbolEntry | undefined} entry */
  go(entry) {
    if (!entry) return
    const inView = this.map.getBounds().contains(entry.marker.getLatLng())
    if (!inView) this.map.panTo(entry.marker.getLatLng(), { animate: false })
    entry.button.focus({ preventScroll: true })
  }
}
