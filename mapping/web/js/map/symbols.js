import { element } from '../dom.js'
import { format } from '../messages.js'
import { symbolNode } from '../presence-nodes.js'
import { displace } from '../pure/displacement.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { categoryText, plainLabel } from '../pure/presence-text.js'
import { gatherBlocks, memberPoints } from '../pure/symbol-blocks.js'
import { subscribe } from '../store.js'
import { allInListOrder, isVisible, orderedPlaces } from '../visible.js'
import { Leaders } from './leaders.js'
import { SymbolMarker } from './symbol-marker.js'
import { zoomAsOne } from './zoomed-pane.js'

/** @import { Place } from '../types.d.ts' */
/** @import { LatLng, LeafletMap, Marker } from './leaflet.d.ts' */
/** @import { MapViewport } from './viewport.js' */

/**
 * A place, its symbol on the map, what screen readers say of it, and the point that it belongs to.
 *
 * @typedef {{
 *   anchor: LatLng, button: HTMLElement, description: HTMLElement, marker: Marker, place: Place
 * }} SymbolEntry
 */

/**
 * One symbol per presence. Symbols that would cover one another are moved apart at every zoom, those of
 * one place as a block; a leader joins each block, and each symbol far from its place, to a dot there.
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
    if (pane) zoomAsOne(map, pane)
    this.leaders = new Leaders(map)
    this.entries = places.map((place) => this.enter(place))
    this.byId = new Map(this.entries.map((entry) => [entry.place.id, entry]))
    /** @type {SymbolEntry | undefined} the one that says how to walk, too */
    this.introduced = undefined
    viewport.onScale(() => this.arrange())
    subscribe(FILTER_KEYS, () => {
      this.arrange()
      this.describe()
    })
    subscribe(['sort'], () => this.order())
    this.arrange()
    this.name()
  }

  /**
   * @param {Place} place
   * @returns {SymbolEntry}
   */
  enter(place) {
    const longitude = this.map.options.crs.equalEarth.wrapLongitude(place.longitude)
    const anchor = L.latLng(place.latitude, longitude)
    const className = `presence ${place.status}`
    const icon = L.divIcon({ className, html: symbolNode(place), iconSize: null })
    const marker = new SymbolMarker(anchor, { icon, keyboard: false, riseOnHover: true })
    marker.addTo(this.map)
    const button = marker.getElement()
    if (!button) throw new TypeError(`the symbol of ${place.id} is not on the map`)
    button.dataset.presence = place.id
    button.setAttribute('role', 'button')
    button.tabIndex = -1
    const description = element('span', { hidden: '', id: `about-${place.id}` })
    button.append(description)
    return { anchor, button, description, marker, place }
  }

  /** Return the symbols that the filter leaves. */
  visible() {
    return this.entries.filter(({ place }) => isVisible(place))
  }

  /** Return the same in the order of the list. */
  ordered() {
    return this.entriesOf(orderedPlaces())
  }

  /** @param {Place[]} places */
  entriesOf(places) {
    return places.map(({ id }) => this.byId.get(id)).filter((entry) => entry !== undefined)
  }

  /** Order the symbols for screen readers as in the list. */
  order() {
    const all = this.entriesOf(allInListOrder())
    const held = document.activeElement
    all.at(0)?.button.parentElement?.append(...all.map(({ button }) => button))
    const lost = all.find(({ button }) => button === held)
    lost?.button.focus({ preventScroll: true })
    this.describe()
  }

  /** Put every symbol where it covers no other, those of one place as a block, and draw the leaders. */
  arrange() {
    const size = this.viewport.symbolSize
    for (const { button, place } of this.entries) button.hidden = !isVisible(place)
    const visible = this.visible()
    const blocks = gatherBlocks(visible.map(({ anchor }) => this.exactPoint(anchor)), size + 1)
    const placed = displace(blocks, size + 1, this.frame()).map((middle, i) => ({
      block: blocks[i],
      middle,
    }))
    for (const { block, middle } of placed) {
      memberPoints(block, middle).forEach((point, k) => {
        visible[block.members[k]].marker.setLatLng(this.map.layerPointToLatLng(point))
      })
    }
    this.leaders.draw(placed, size)
  }

  /**
   * Return a point on the layer, not rounded to pixels.
   *
   * @param {LatLng} anchor
   */
  exactPoint(anchor) {
    const [point, origin] = [this.map.project(anchor), this.map.getPixelOrigin()]
    return { x: point.x - origin.x, y: point.y - origin.y }
  }

  /** Return the frame of the world on the layer. */
  frame() {
    const { projection } = this.map.options.crs
    const { min, max } = projection.bounds
    const corners = [min, max].map((corner) => projection.unproject(corner))
    return L.bounds(corners.map((corner) => this.map.latLngToLayerPoint(corner)))
  }

  /** Say of each visible symbol, for screen readers, which of how many it is, and its footnotes. */
  describe() {
    const ordered = this.ordered()
    ordered.forEach((entry, i) => {
      const { button, description, place } = entry
      const at = format('popup.at', { at: i + 1, total: ordered.length })
      const notes = place.footnotes.map((letter) => `${letter}: ${format(`footnote.${letter}`)}`)
      description.textContent = [at, ...notes].join(format('list_comma'))
      // Not before: JAWS never reads a hidden description that was empty when it was named.
      if (!button.hasAttribute('aria-describedby')) describeBy(entry)
    })
  }

  /**
   * Let one symbol say how to walk as well: screen readers read no description of the whole map to those
   * who come by Tab.
   *
   * @param {SymbolEntry | undefined} entry
   */
  introduce(entry) {
    if (this.introduced) describeBy(this.introduced)
    this.introduced = entry
    if (entry) describeBy(entry, 'map-help')
  }

  /** Name the symbols in the page's language, for screen readers. */
  name() {
    for (const { button, place } of this.entries) {
      const parts = [plainLabel(place, format), categoryText(place, format)]
      if (place.status === 'candidate') parts.push(format('popup.candidate'))
      if (place.abroad) parts.push(format(place.host))
      button.setAttribute('aria-label', parts.join(format('list_comma')))
    }
  }
}

/**
 * Name the elements that describe a symbol: VoiceOver reads no `aria-description`.
 *
 * @param {SymbolEntry} entry
 * @param {string[]} others their ids, after its own
 */
function describeBy({ button, description }, ...others) {
  button.setAttribute('aria-describedby', [description.id, ...others].join(' '))
}
