import { format } from '../messages.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { fold } from '../pure/fold.js'
import { HEADINGS_BY_KEY, isOpposite, stepCost } from '../pure/walk.js'
import { subscribe } from '../store.js'
import { likeliestPlace } from '../visible.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolMark } from '../map/symbol-mark.js' */
/** @import { SymbolPane } from '../map/symbol-pane.js' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */
/** @import { SymbolChooser } from './symbol-chooser.js' */
/** @import { Heading } from '../pure/walk.js' */

/**
 * One tab stop into the map; arrow keys go to the nearest symbol in their direction, letters to the
 * next whose name begins with them.
 */
export class SymbolKeyboard {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   * @param {SymbolChooser} chooser
   */
  constructor(map, symbols, chooser) {
    this.map = map
    this.symbols = symbols
    this.chooser = chooser
    /** @type {SymbolMark | undefined} the map's tab stop */
    this.stop = undefined
    /** @type {{ from: SymbolMark, to: SymbolMark, direction: Heading } | undefined} the last by an arrow key */
    this.step = undefined
    /** Until the first key on a symbol, the map's stop says how to walk. */
    this.isNew = true
    symbols.display.onDraw(() => {
      if (this.stop && !symbols.drawn.has(this.stop)) this.rove(this.nextStop())
    })
    this.serve(symbols.display.pane)
    subscribe(FILTER_KEYS, () => this.begin())
  }

  /** Make the first symbol the map's tab stop, where there is none. */
  begin() {
    if (!this.stop) this.rove(this.nextStop())
  }

  /**
   * Listen for all symbols at once.
   *
   * @param {SymbolPane} pane
   */
  serve(pane) {
    pane.element.addEventListener('keydown', (event) => {
      this.symbols.display.drawing.finish()
      const mark = pane.held()
      if (mark) this.press(event, mark)
    })
    pane.element.addEventListener('focusin', ({ relatedTarget, target }) => {
      const mark = pane.markOf(target)
      if (!mark) return
      this.rove(mark)
      // Who moves the map away wants no symbol back that has the focus of one that is gone.
      const isHandedOver = relatedTarget instanceof Node && pane.element.contains(relatedTarget) &&
        !pane.markOf(relatedTarget)
      if (!isHandedOver) this.symbols.bringIntoView(mark.position(this.map))
    })
    pane.element.addEventListener('click', (event) => {
      const mark = pane.markOf(event.target)
      if (!mark) return
      // Nor is the map clicked.
      event.stopPropagation()
      if (!event.detail || !this.map.dragging.moved()) this.chooser.choose(mark)
    })
  }

  /** Return what is the map's stop where the last one is gone: what shows the same, or the first. */
  nextStop() {
    const same = this.stop && this.symbols.markOf(this.stop.entries[0])
    return same && this.symbols.drawn.has(same) ? same : this.symbols.first()
  }

  /**
   * Make one symbol the map's tab stop.
   *
   * @param {SymbolMark | undefined} mark
   */
  rove(mark) {
    if (this.stop) this.stop.button.tabIndex = -1
    if (this.isNew && this.stop) this.stop.describeBy()
    this.stop = mark
    if (!mark) return
    mark.button.tabIndex = 0
    // Screen readers read no description of the whole map to those who come by Tab.
    if (this.isNew) mark.describeBy('map-help')
  }

  /**
   * Act on a key; what is pressed together with Ctrl, Alt or Meta is the browser's.
   *
   * @param {KeyboardEvent} event
   * @param {SymbolMark} mark
   */
  press(event, mark) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (this.isNew && event.key !== 'Tab' && event.key !== 'Shift') this.endIntroduction()
    const direction = HEADINGS_BY_KEY.get(event.key)
    if (event.key === 'Enter' || event.key === ' ') this.chooser.choose(mark)
    else if (direction) this.walk(mark, direction)
    else if (event.key === 'Home') this.goTo(this.symbols.ordered().at(0))
    else if (event.key === 'End') this.goTo(this.symbols.ordered().at(-1))
    else if (event.key === '+') this.zoom(mark, 1)
    else if (event.key === '-') this.zoom(mark, -1)
    else if (event.key.length > 1 || !fold(event.key)) return
    else this.goTo(this.nextNamed(mark.entries[0], event.key))
    event.preventDefault()
    event.stopPropagation()
  }

  /**
   * Zoom so that the place of a symbol stays where it is.
   *
   * @param {SymbolMark} mark
   * @param {number} doublings
   */
  zoom({ entries: [{ anchor }] }, doublings) {
    const { map } = this
    const [least, most] = [map.getMinZoom(), map.getMaxZoom()]
    map.setZoomAround(anchor, Math.max(least, Math.min(most, map.getZoom() + doublings)))
  }

  /** Go to what the search finds first: what is looked for in all likelihood; without a search the first. */
  goToLikeliest() {
    this.goTo(this.symbols.byId.get(likeliestPlace()?.id ?? ''))
  }

  endIntroduction() {
    this.isNew = false
    this.stop?.describeBy()
  }

  /**
   * Go to the nearest symbol in a direction, but not back to where the last step came from: only the
   * opposite key leads there.
   *
   * @param {SymbolMark} symbol
   * @param {Heading} direction
   */
  walk(symbol, direction) {
    const from = this.arranged(symbol)
    const last = this.step?.to === from ? this.step : undefined
    const barred = last && !isOpposite(last.direction, direction) ? last.from : undefined
    const near = nearest(this.symbols.marks.filter((one) => one !== barred), from, direction)
    if (near) this.symbols.bringIntoView(near.position(this.map))
    const to = near && this.symbols.markOf(near.entries[0])
    if (!to) return
    this.step = { direction, from, to }
    to.button.focus({ preventScroll: true })
  }

  /**
   * Return a symbol, or what shows the same, among those that are arranged: it may be far out of view.
   *
   * @param {SymbolMark} mark
   */
  arranged(mark) {
    const { map, symbols } = this
    if (!symbols.marks.includes(mark)) symbols.bringIntoView(mark.position(map))
    return symbols.markOf(mark.entries[0]) ?? mark
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

  /**
   * Go to a place, which is shown as itself.
   *
   * @param {SymbolEntry | undefined} entry
   */
  goTo(entry) {
    if (entry) this.symbols.seek(entry)?.button.focus({ preventScroll: true })
  }
}

/**
 * Return the nearest symbol in a direction.
 *
 * @param {SymbolMark[]} marks
 * @param {SymbolMark} from
 * @param {Heading} direction
 */
function nearest(marks, from, direction) {
  const ranked = marks
    .map((mark) => ({ cost: stepCost(from.middle, mark.middle, direction), mark }))
    .filter(({ cost }) => cost < Infinity)
  return ranked.sort((a, b) => a.cost - b.cost).at(0)?.mark
}
