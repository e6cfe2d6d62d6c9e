import { format } from '../messages.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { fold } from '../pure/fold.js'
import { HEADINGS_BY_KEY, isOpposite, stepCost } from '../pure/walk.js'
import { changeState, subscribe } from '../store.js'
import { isVisible } from '../visible.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */
/** @import { Heading } from '../pure/walk.js' */

/**
 * One tab stop into the map; arrow keys go to the nearest symbol in their direction, letters to the
 * next whose name begins with them.
 */
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
    /** @type {{ from: SymbolEntry, to: SymbolEntry, direction: Heading } | undefined} the last by an arrow key */
    this.step = undefined
    /** Until the first key on a symbol, the map's stop says how to walk. */
    this.isNew = true
    subscribe(FILTER_KEYS, () => this.begin())
    for (const entry of symbols.entries) {
      entry.button.addEventListener('keydown', (event) => this.press(event, entry))
      entry.button.addEventListener('focus', () => {
        this.rove(entry)
        this.show(entry)
      })
      entry.marker.on('click', () => this.choose(entry))
    }
  }

  /** Make the first symbol the map's tab stop, where none is that the filter leaves. */
  begin() {
    if (!this.stop || !isVisible(this.stop.place)) this.rove(this.symbols.ordered().at(0))
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
    if (this.isNew) this.symbols.introduce(entry)
  }

  /**
   * Act on a key; what is pressed together with Ctrl, Alt or Meta is the browser's.
   *
   * @param {KeyboardEvent} event
   * @param {SymbolEntry} entry
   */
  press(event, entry) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (this.isNew && event.key !== 'Tab' && event.key !== 'Shift') this.endIntroduction()
    const direction = HEADINGS_BY_KEY.get(event.key)
    if (event.key === 'Enter' || event.key === ' ') this.choose(entry)
    else if (direction) this.walk(entry, direction)
    else if (event.key === 'Home') this.goToFirst()
    else if (event.key === 'End') this.go(this.symbols.ordered().at(-1))
    else if (event.key === '+') this.map.zoomIn(1)
    else if (event.key === '-') this.map.zoomOut(1)
    else if (event.key.length > 1 || !fold(event.key)) return
    else this.go(this.nextNamed(entry, event.key))
    event.preventDefault()
    event.stopPropagation()
  }

  /** Go to the first symbol that the filter leaves. */
  goToFirst() {
    this.go(this.symbols.ordered().at(0))
  }

  endIntroduction() {
    this.isNew = false
    this.symbols.introduce(undefined)
  }

  /**
   * Go to the nearest symbol in a direction, but not back to where the last step came from: only the
   * opposite key leads there.
   *
   * @param {SymbolEntry} from
   * @param {Heading} direction
   */
  walk(from, direction) {
    const last = this.step?.to === from ? this.step : undefined
    const barred = last && !isOpposite(last.direction, direction) ? last.from : undefined
    const to = this.nearest(from, direction, barred)
    if (!to) return
    this.step = { direction, from, to }
    this.go(to)
  }

  /**
   * @param {SymbolEntry} from
   * @param {Heading} direction
   * @param {SymbolEntry | undefined} barred
   */
  nearest(from, direction, barred) {
    /** @param {SymbolEntry} entry */
    const point = ({ marker }) => this.map.latLngToLayerPoint(marker.getLatLng())
    const here = point(from)
    const ranked = this.symbols.visible()
      .filter((entry) => entry !== barred)
      .map((entry) => ({ cost: stepCost(here, point(entry), direction), entry }))
      .filter(({ cost }) => cost < Infinity)
    return ranked.sort((a, b) => a.cost - b.cost).at(0)?.entry
  }

  /**
   * Return the next symbol in the order of the list whose name begins with a letter; after the last
   * comes the first.
   *
   * @param {SymbolEntry} from
   * @param {string} letter
   */
  nextNamed(from, letter) {
    const ordered = this.symbols.ordered()
    const at = ordered.indexOf(from) + 1
    return [...ordered.slice(at), ...ordered.slice(0, at)].find(({ place }) =>
      fold(format(`label.${place.id}`)).startsWith(fold(letter))
    )
  }

  /** @param {SymbolEntry | undefined} entry */
  go(entry) {
    if (!entry) return
    this.show(entry)
    entry.button.focus({ preventScroll: true })
  }

  /**
   * Move the map so that a symbol is in view.
   *
   * @param {SymbolEntry} entry
   */
  show({ marker }) {
    const inView = this.symbols.viewport.holds(marker.getLatLng())
    if (!inView) this.map.panTo(marker.getLatLng(), { animate: false })
  }
}
