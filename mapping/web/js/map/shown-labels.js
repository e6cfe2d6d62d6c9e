import { linesOf, shift } from '../pure/label-spot.js'
import { moveLabel } from './label-texts.js'

/** @import { LabelCandidate } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Name } from './name-texts.js' */
/** @import { Label } from './symbol-labels.js' */

/** The labels and names that stand on the map, with their lines. */
export class ShownLabels {
  /**
   * @param {LeafletMap} map
   * @param {HTMLElement} pane
   */
  constructor(map, pane) {
    this.map = map
    this.pane = pane
    this.lines = L.polyline([], {
      className: 'label-line',
      interactive: false,
      noClip: true,
      pane: 'overlayPane',
      smoothFactor: 0,
    }).addTo(map)
    /** Where labels stood at the last drawing, against their symbols. */
    this.last = { zoom: NaN, places: /** @type {Map<string, LabelCandidate>} */ (new Map()) }
  }

  clear() {
    this.pane.replaceChildren()
    this.lines.setLatLngs([])
  }

  /** Keep none in its place from now on: their text has got another size. */
  forget() {
    this.last.places.clear()
  }

  /**
   * Return where the labels stand that stood there before the view was moved.
   *
   * @param {Label[]} labels
   */
  kept(labels) {
    const { places, zoom } = this.last
    /** @type {Map<Label, LabelCandidate>} */
    const kept = new Map()
    if (zoom !== this.map.getZoom()) return kept
    for (const label of labels) {
      const place = places.get(label.place.id)
      if (place) kept.set(label, shift(place, label.symbol.min))
    }
    return kept
  }

  /**
   * Show labels and names in their places, and no other.
   *
   * @param {Map<Label, LabelCandidate>} placed
   * @param {Name[]} [names]
   */
  show(placed, names = []) {
    const texts = new Set([...placed.keys()].map(({ text }) => text))
    for (const child of [...this.pane.children]) {
      if (!(child instanceof HTMLElement && texts.has(child))) child.remove()
    }
    this.last = { zoom: this.map.getZoom(), places: new Map() }
    for (const [label, candidate] of placed) {
      const { place, symbol, text } = label
      if (!text.parentElement) this.pane.append(text)
      moveLabel(label, candidate)
      const { x, y } = symbol.min
      this.last.places.set(place.id, shift(candidate, { x: -x, y: -y }))
    }
    for (const { found, key, texts: known } of names) known.put(key, found)
    const led = names.flatMap(({ found: { line } }) => line ? [line] : [])
    const lines = [...linesOf(placed.values()), ...led]
    this.lines.setLatLngs(
      lines.map((line) => line.map((end) => this.map.layerPointToLatLng(end))),
    )
  }
}
