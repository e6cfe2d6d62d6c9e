import { focusQuietly, mayFocus, query, queryAll } from '../dom.js'
import { isEmbedded, narrowScreen, scrollBehavior } from '../media.js'
import { format } from '../messages.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { plainLabel } from '../pure/presence-text.js'
import { changeState, getState, subscribe } from '../store.js'
import { isVisible, orderedPlaces } from '../visible.js'
import { whenWhole } from '../whole-document.js'
import { panelStart, SYMBOL_GAP } from './panel-start.js'
import { popupContent } from './popup-content.js'
import { addSheetGrip } from './sheet-grip.js'

/** @import { Place } from '../types.d.ts' */
/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */
/** @import { MapViewport } from '../map/viewport.js' */

/**
 * Shows what is known of one presence: next to its symbol, where the screen is low at the side of the
 * map or, where it is narrow, on a sheet under it. Never over the symbol; focus goes there and comes back.
 */
export class Popup {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   * @param {MapViewport} viewport
   */
  constructor(map, symbols, viewport) {
    this.map = map
    /** @type {{ entryOf(place: Place): HTMLElement | undefined } | undefined} the list, once that is there */
    this.list = undefined
    this.symbols = symbols
    this.viewport = viewport
    this.panel = query('.details', HTMLElement)
    /** @type {SymbolEntry | undefined} */
    this.entry = undefined
    /** @type {Element | null} where the focus came from */
    this.from = null
    const close = () => changeState({ presence: '' }, { step: true })
    query('.close', HTMLElement, this.panel).addEventListener('click', close)
    addSheetGrip(this.panel, close)
    for (const button of queryAll('[data-step]', HTMLElement, this.panel)) {
      button.addEventListener('click', () => this.step(Number(button.dataset.step)))
    }
    query('.in-list', HTMLElement, this.panel).addEventListener('click', () => this.showInList())
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !document.querySelector('dialog[open]')) this.dismiss(close)
    })
    map.on('click', close)
    map.on('move zoomend resize', () => this.place())
    subscribe(['presence'], () => this.syncWithState())
    subscribe(FILTER_KEYS, () => {
      if (!this.entry) return
      if (isVisible(this.entry.place)) this.fill()
      else close()
    })
    // A frame that opens with a presence does not take the focus from the host's page.
    this.quiet = isEmbedded()
    this.syncWithState()
    this.quiet = false
    whenWhole(() => this.fill())
  }

  /** Open or close, as the state says. */
  syncWithState() {
    const entry = this.symbols.byId.get(getState().presence)
    if (entry && isVisible(entry.place)) this.open(entry)
    else this.close()
  }

  /**
   * Go to the next or the previous presence of those that are visible, in the order of the list.
   *
   * @param {number} by
   */
  step(by) {
    const places = orderedPlaces()
    const { id } = places[(this.index(places) + by + places.length) % places.length]
    changeState({ presence: id }, { step: true })
  }

  /** @param {{ id: string }[]} places */
  index(places) {
    return places.findIndex(({ id }) => id === this.entry?.place.id)
  }

  /** Go to the entry of the list. */
  showInList() {
    const item = this.entry && this.list?.entryOf(this.entry.place)
    if (!item) return
    query('#list > details', HTMLDetailsElement).open = true
    item.scrollIntoView({ behavior: scrollBehavior(), block: 'center' })
    query('.show', HTMLElement, item).focus({ preventScroll: true })
  }

  /** @param {SymbolEntry} entry */
  open(entry) {
    this.entry = entry
    if (!this.panel.contains(document.activeElement)) this.from = document.activeElement
    this.fill()
    this.panel.hidden = false
    this.place()
    if (this.viewport.holds(this.symbols.positionOf(entry))) this.uncover()
    else {
      this.map.once('moveend', () => this.uncover())
      this.viewport.approach(entry.anchor)
    }
    if (this.quiet || !mayFocus()) return
    if (!this.holdsStep()) this.focusHeading()
    this.reveal()
  }

  /** Whether the focus is on the button of the last step, to be pressed again. */
  holdsStep() {
    return document.activeElement?.matches('[data-step]') &&
      this.panel.contains(document.activeElement)
  }

  focusHeading() {
    focusQuietly(query('h2', HTMLElement, this.panel))
  }

  /** Scroll the page so that the panel is in view, or its beginning where it is higher than the window. */
  reveal() {
    const block = this.panel.offsetHeight > window.innerHeight ? 'start' : 'nearest'
    this.panel.scrollIntoView({ behavior: scrollBehavior(), block })
  }

  /** In a short window the panel is a part of the page, and no sheet that sticks to its end. */
  isInFlow() {
    const host = this.panel.parentElement
    return host?.matches('.foot') && getComputedStyle(host).position === 'static'
  }

  /** Scroll the page so that the symbol is in the part of the screen that the sheet leaves free. */
  uncover() {
    if (!this.entry || !narrowScreen.matches) return
    if (this.isInFlow()) {
      if (!isEmbedded() && mayFocus()) this.reveal()
      return
    }
    const position = this.symbols.positionOf(this.entry)
    if (!this.viewport.holds(position)) return
    const sheet = this.panel.getBoundingClientRect().top
    const map = this.map.getContainer().getBoundingClientRect().top
    const at = map + this.map.latLngToContainerPoint(position).y
    if (at < SYMBOL_GAP || at > sheet - SYMBOL_GAP) window.scrollBy(0, at - sheet / 2)
  }

  fill() {
    if (!this.entry) return
    const places = orderedPlaces()
    const at = this.index(places) + 1
    const { place } = this.entry
    const held = document.activeElement?.id === 'details-title'
    query('.account', HTMLElement, this.panel).replaceChildren(...popupContent(place))
    if (held) this.focusHeading()
    query('.named', HTMLElement, this.panel).textContent = plainLabel(place, format)
    query('.at', HTMLElement, this.panel).textContent = format('popup.at', {
      at,
      total: places.length,
    })
  }

  /**
   * Stand next to the symbol, on the side with more room; on a low screen, at the side of the map,
   * beside its buttons; on a narrow screen, under the map.
   */
  place() {
    if (!this.entry) return
    const host = query(narrowScreen.matches ? '.foot' : '.stage', HTMLElement)
    if (this.panel.parentElement !== host) host.prepend(this.panel)
    if (narrowScreen.matches) return
    const { x, y } = this.map.latLngToContainerPoint(this.symbols.positionOf(this.entry))
    const { x: width, y: height } = this.map.getSize()
    const { offsetHeight, offsetWidth, style } = this.panel
    const left = panelStart(this.panel, x, width)
    style.left = `${Math.max(0, Math.min(width - offsetWidth, left))}px`
    style.top = `${Math.max(0, Math.min(height - offsetHeight, y - offsetHeight / 2))}px`
  }

  close() {
    if (!this.entry) return
    const { entry } = this
    const inside = mayFocus() && this.panel.contains(document.activeElement)
    this.entry = undefined
    this.panel.hidden = true
    if (!inside) return
    const back = this.opener() ?? this.symbols.markOf(entry)?.button
    if (!back) return
    focusQuietly(back)
    back.scrollIntoView({ block: 'nearest' })
  }

  /**
   * Close by a key: the focus goes back even where a screen reader that read on has taken it away.
   *
   * @param {() => void} close
   */
  dismiss(close) {
    if (this.entry && document.activeElement === document.body) this.focusHeading()
    close()
  }

  /** Return what the focus came from, if it can take it again. */
  opener() {
    const { from } = this
    const takesFocus = from?.matches('button, [role=button], a')
    return from instanceof HTMLElement && takesFocus && from.isConnected && !from.hidden
      ? from
      : undefined
  }
}
