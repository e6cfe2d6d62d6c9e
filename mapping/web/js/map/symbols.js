import { focusQuietly } from '../dom.js'
import { boxAround, centredBox, overlap } from '../pure/boxes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { getState, subscribe } from '../store.js'
import { isVisible, listRank, orderedPlaces, placeNumber } from '../visible.js'
import { Leaders } from './leaders.js'
import { SymbolArrangement } from './symbol-arrangement.js'
import { anchorOf } from './views.js'
import { zoomAsOne } from './zoomed-pane.js'

/** @import { Place, Point } from '../types.d.ts' */
/** @import { LatLng, LeafletMap } from './leaflet.d.ts' */
/** @import { SymbolMark } from './symbol-mark.js' */
/** @import { MapViewport } from './viewport.js' */

/** A place and the point that it belongs to: in degrees, and in pixels of the world at zoom 0. */
/** @typedef {{ anchor: LatLng, place: Place, point: Point }} SymbolEntry */

/** Up to so many symbols are all drawn; of more, those in view and a little around it, in pixels. */
const [MOST_DRAWN, DRAWN] = [200, 64]

/**
 * A symbol for each presence. Those that would cover one another are moved apart at every zoom, those of
 * one place as a block, which a leader joins to a dot there; where there is no room for each they are one
 * circle with their number.
 */
export class Symbols {
  /**
   * @param {LeafletMap} map
   * @param {MapViewport} viewport
   * @param {Place[]} places
   */
  constructor(map, viewport, places) {
    this.map = map
    this.viewport = viewport
    const pane = map.getPane('markerPane')
    if (!pane) throw new TypeError('the map has no pane for symbols')
    this.pane = pane
    zoomAsOne(map, pane)
    this.leaders = new Leaders(map)
    this.entries = places.map((place) => this.enter(place))
    this.byId = new Map(this.entries.map((entry) => [entry.place.id, entry]))
    /** @type {SymbolMark[]} what is shown, also where it is out of view */
    this.marks = []
    /** @type {Set<SymbolMark>} of these what is drawn */
    this.drawn = new Set()
    /** @type {SymbolEntry | undefined} one that is shown as itself, besides the chosen one */
    this.sought = undefined
    this.isOrdered = false
    /** @type {((made: SymbolMark[]) => void)[]} */
    this.listeners = []
    this.arrangement = new SymbolArrangement(map, viewport)
    viewport.onScale(() => this.arrange())
    map.on('move', () => this.follow())
    subscribe(FILTER_KEYS, () => {
      this.sought = undefined
      this.arrange()
      this.order()
    })
    subscribe(['presence'], () => this.show())
    subscribe(['sort'], () => this.order())
    this.arrange()
  }

  /**
   * @param {Place} place
   * @returns {SymbolEntry}
   */
  enter(place) {
    const anchor = anchorOf(this.map, place)
    return { anchor, place, point: this.map.project(anchor, 0) }
  }

  /** Return the places that the filter leaves. */
  visible() {
    return this.entries.filter(({ place }) => isVisible(place))
  }

  /** Return the same in the order of the list. */
  ordered() {
    return orderedPlaces().flatMap(({ id }) => this.byId.get(id) ?? [])
  }

  /**
   * Call back with the symbols that are drawn, and whenever others are.
   *
   * @param {(made: SymbolMark[]) => void} listener
   */
  onDraw(listener) {
    this.listeners.push(listener)
    listener([...this.drawn])
  }

  /** Return the first of what is drawn, in the order of the list. */
  first() {
    const buttons = [...this.pane.children]
    const drawn = [...this.drawn].map((mark) => ({ at: buttons.indexOf(mark.button), mark }))
    return drawn.sort((a, b) => a.at - b.at)[0]?.mark
  }

  /**
   * Return what shows a place, unless that is far out of view.
   *
   * @param {SymbolEntry | undefined} entry
   */
  markOf(entry) {
    return entry && this.marks.find(({ entries }) => entries.includes(entry))
  }

  /**
   * Return where a place is shown.
   *
   * @param {SymbolEntry} entry
   */
  positionOf(entry) {
    return this.markOf(entry)?.position(this.map) ?? entry.anchor
  }

  /**
   * Bring a place into view, shown as itself, and return its symbol.
   *
   * @param {SymbolEntry} entry
   */
  seek(entry) {
    this.bringIntoView(this.positionOf(entry))
    if (!this.markOf(entry)?.place) {
      this.sought = entry
      this.show()
    }
    return this.markOf(entry)
  }

  /** @param {LatLng} position */
  bringIntoView(position) {
    if (!this.viewport.holds(position)) this.map.panTo(position, { animate: false })
  }

  /** Find the place of every symbol at this zoom. */
  arrange() {
    this.arrangement.arrange(this.visible(), DRAWN)
    this.show()
  }

  /** Let what comes into view be seen. */
  follow() {
    if (!this.arrangement.isOfThisZoom()) return
    if (!this.arrangement.covers(DRAWN)) this.arrange()
    else if (this.marks.length > MOST_DRAWN) this.draw()
  }

  /** Show the symbols as they are arranged, the chosen one and the one that is sought as themselves. */
  show() {
    const known = new Map([...this.drawn].map((mark) => [mark.key, mark]))
    const apart = new Set([this.byId.get(getState().presence), this.sought])
    this.marks = this.arrangement.marks(apart).map((mark) => {
      const same = known.get(mark.key)
      return same?.showsSame(mark) ? same.moveTo(mark) : mark
    })
    this.draw()
  }

  /** Draw the symbols, of many those in view; one that stays is the same element, and keeps the focus. */
  draw() {
    const held = [...this.drawn].find(({ button }) => button === document.activeElement)
    const view = this.arrangement.around(DRAWN)
    const few = this.marks.length <= MOST_DRAWN
    const wanted = few
      ? this.marks
      : this.marks.filter((mark) =>
        overlap(view, boxAround(mark.middle, mark.width)) || held && mark.shows(held.entries[0])
      )
    const drawn = new Set(wanted)
    for (const mark of this.drawn) if (!drawn.has(mark) && mark !== held) mark.remove()
    const made = wanted.filter(({ marker }) => !marker)
    for (const mark of made) mark.draw(this.map)
    this.drawn = drawn
    this.markChosen()
    const blocks = this.arrangement.placed.filter(({ block, middle }) =>
      !block.group && (few || overlap(view, centredBox(middle, block)))
    )
    this.leaders.draw(blocks, this.viewport.symbolSize)
    if (this.isOrdered && made.length) this.order(made)
    for (const listener of this.listeners) listener(made)
    if (held && !drawn.has(held)) {
      focusQuietly(this.markOf(held.entries[0])?.button)
      held.leave()
    }
  }

  markChosen() {
    const chosen = this.byId.get(getState().presence)
    for (const { button, entries } of this.drawn) {
      button.classList.toggle('chosen', entries.length === 1 && entries[0] === chosen)
    }
  }

  /**
   * Keep the symbols in the order of the list, which takes some time to find, and say of each, for screen
   * readers, which of how many it is.
   *
   * @param {Iterable<SymbolMark>} changed those of which it is said anew
   */
  order(changed = this.drawn) {
    this.isOrdered = true
    const held = document.activeElement
    /** @param {SymbolMark} mark */
    const rank = ({ entries }) => listRank(entries[0].place)
    let next = null
    for (const { button } of [...this.drawn].sort((a, b) => rank(b) - rank(a))) {
      if (button.nextSibling !== next) this.pane.insertBefore(button, next)
      next = button
    }
    if (held instanceof HTMLElement && this.pane.contains(held)) focusQuietly(held)
    const total = orderedPlaces().length
    for (const mark of changed) mark.describe(placeNumber(mark.entries[0].place), total)
  }
}
