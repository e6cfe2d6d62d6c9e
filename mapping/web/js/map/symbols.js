import { FILTER_KEYS } from '../pure/filter.js'
import { getState, subscribe } from '../store.js'
import { listRank, orderedPlaces, placeNumber, visibleIds } from '../visible.js'
import { SymbolDisplay } from './symbol-display.js'
import { anchorOf } from './views.js'

/** @import { Place } from '../types.d.ts' */
/** @import { LatLng, LeafletMap, LeafletPoint } from './leaflet.d.ts' */
/** @import { SymbolMark } from './symbol-mark.js' */
/** @import { MapViewport } from './viewport.js' */

/** A place and the point that it belongs to: in degrees, and in pixels of the world at zoom 0. */
/** @typedef {{ anchor: LatLng, place: Place, point: LeafletPoint }} SymbolEntry */

/**
 * Return each place with the point that it belongs to.
 *
 * @param {LeafletMap} map
 * @param {Place[]} places
 * @returns {SymbolEntry[]}
 */
export function enterPlaces(map, places) {
  return places.map((place) => {
    const anchor = anchorOf(map, place)
    return { anchor, place, point: map.project(anchor, 0) }
  })
}

/**
 * A symbol for each presence. Those that would cover one another are moved apart at every zoom, those of
 * one place as a block, which a leader joins to a dot there; where there is no room for each they are one
 * circle with their number.
 */
export class Symbols {
  /**
   * @param {LeafletMap} map
   * @param {MapViewport} viewport
   * @param {SymbolEntry[]} entries
   */
  constructor(map, viewport, entries) {
    this.map = map
    this.viewport = viewport
    this.entries = entries
    this.byId = new Map(entries.map((entry) => [entry.place.id, entry]))
    /** @type {SymbolEntry | undefined} one that is shown as itself, besides the chosen one */
    this.sought = undefined
    /** @type {SymbolEntry | undefined} one that the editor moves: it stays so whatever is filtered */
    this.edited = undefined
    this.isOrdered = false
    this.display = new SymbolDisplay(map, viewport, this)
    this.display.arrange()
    subscribe(FILTER_KEYS, () => {
      this.sought = undefined
      this.display.arrange()
      this.order()
    })
    subscribe(['presence'], () => this.display.show())
    subscribe(['sort'], () => this.order())
    // The editor is about to move one.
    map.on('lift', ({ id }) => {
      const edited = this.byId.get(id)
      if (edited === this.edited) return
      this.edited = edited
      this.display.show()
    })
  }

  /** Return the places that the filter leaves. */
  visible() {
    const ids = visibleIds()
    return this.entries.filter(({ place }) => ids.has(place.id))
  }

  /** Return the same in the order of the list. */
  ordered() {
    return orderedPlaces().flatMap(({ id }) => this.byId.get(id) ?? [])
  }

  /** Return what is drawn. */
  get drawn() {
    return this.display.pane.drawn
  }

  /** Return what is shown, also where it is out of view. */
  get marks() {
    this.display.drawing.finish()
    return this.display.marks
  }

  /** Return the first of what is drawn, in the order of the list. */
  first() {
    const buttons = [...this.display.pane.element.children]
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
    if (!this.markOf(entry)?.place) this.show(entry)
    return this.markOf(entry)
  }

  /**
   * Show a place as itself.
   *
   * @param {SymbolEntry | undefined} entry
   */
  show(entry) {
    if (entry === this.sought) return
    this.sought = entry
    this.display.show()
  }

  /** @param {LatLng} position */
  bringIntoView(position) {
    if (!this.viewport.holds(position)) this.map.panTo(position, { animate: false })
  }

  /** The chosen one, the one that is sought and the one that is edited are shown as themselves. */
  apart() {
    return new Set([this.byId.get(getState().presence), this.sought, this.edited])
  }

  /**
   * Let symbols that are shown as themselves in any case be over all others.
   *
   * @param {SymbolMark[]} marks
   */
  lift(marks) {
    const apart = this.apart()
    for (const mark of marks) mark.lift(apart.has(mark.entries[0]))
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
   */
  order() {
    this.isOrdered = true
    this.display.pane.order(this.inOrder([...this.drawn]))
    for (const mark of this.drawn) this.describe(mark)
  }

  /**
   * Return symbols in the order of the list, once that is known.
   *
   * @param {SymbolMark[]} marks
   */
  inOrder(marks) {
    if (!this.isOrdered) return marks
    return marks.toSorted(({ entries: [a] }, { entries: [b] }) =>
      listRank(a.place) - listRank(b.place)
    )
  }

  /** @param {SymbolMark} mark */
  describe(mark) {
    if (this.isOrdered) mark.describe(placeNumber(mark.entries[0].place), orderedPlaces().length)
  }
}
