'use strict'

/** One tab stop into the map; arrow keys go to the nearest symbol in their direction. */
class Keyboard {
  static directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

  constructor(map, symbols) {
    this.map = map
    this.symbols = symbols
    this.rove(symbols.entries[0])
    onState(Filter.parts, () => this.stop.button.hidden && this.rove(symbols.shown()[0]))
    for (const entry of symbols.entries) {
      entry.button.addEventListener('keydown', (event) => this.press(event, entry))
      entry.button.addEventListener('focus', () => this.rove(entry))
      entry.marker.on('click', () => this.choose(entry))
    }
  }

  choose({ place }) {
    State.change({ presence: place.id }, { step: true })
  }

  /** Make one symbol the map's tab stop. */
  rove(entry) {
    if (!entry) return
    if (this.stop) this.stop.button.tabIndex = -1
    this.stop = entry
    entry.button.tabIndex = 0
  }

  press(event, entry) {
    const shown = this.symbols.shown()
    const moves = { Home: shown[0], End: shown.at(-1) }
    if (event.key === 'Enter' || event.key === ' ') this.choose(entry)
    else if (event.key in Keyboard.directions) this.go(this.next(entry, Keyboard.directions[event.key]))
    else if (event.key in moves) this.go(moves[event.key])
    else if (event.key === '+') this.map.zoomIn(1)
    else if (event.key === '-') this.map.zoomOut(1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** The nearest symbol in a direction: distance, and twice the way off the straight line. */
  next(from, [dx, dy]) {
    const here = this.map.latLngToLayerPoint(from.marker.getLatLng())
    const cost = (entry) => {
      const way = this.map.latLngToLayerPoint(entry.marker.getLatLng()).subtract(here)
      const [along, across] = [way.x * dx + way.y * dy, Math.abs(way.x * dy) + Math.abs(way.y * dx)]
      return along > 0 ? along + 2 * across : Infinity
    }
    const ranked = this.symbols.shown().filter((entry) => cost(entry) < Infinity)
    return ranked.sort((a, b) => cost(a) - cost(b))[0]
  }

  go(entry) {
    if (!entry) return
    const inView = this.map.getBounds().contains(entry.marker.getLatLng())
    if (!inView) this.map.panTo(entry.marker.getLatLng(), { animate: false })
    entry.button.focus({ preventScroll: true })
  }
}
