import { query } from '../dom.js'
import { prefersReducedMotion } from '../media.js'
import { textDirection } from '../messages.js'
import { boxAround, containsCentre, middleLine } from '../pure/boxes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { LabelPlacement } from '../pure/label-placement.js'
import { clearanceOf, linesOf, shift } from '../pure/label-spot.js'
import { whenIdle } from '../idle.js'
import { afterNextFrame } from '../next-frame.js'
import { subscribe } from '../store.js'
import { CountryLabels } from './country-labels.js'
import { CountryRooms } from './country-rooms.js'
import { boxUnder, viewBox } from './layer-boxes.js'
import { labelRank, LabelTexts, moveLabel } from './label-texts.js'
import { SeaLabels } from './sea-labels.js'
import { onTextSize } from './text-size.js'

/** @import { Box, LabelCandidate, LabelRequest, Place, Segment } from '../types.d.ts' */
/** @import { Basemap } from './basemap.js' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Symbols } from './symbols.js' */

/** Where the whole world is narrower than this, in pixels, symbols are too far from their places. */
const LEAST_WORLD = 600
/** So many labels ask for a place at a time: more find no room, and the asking takes its time. */
const MOST_LABELS = 150

/** @typedef {LabelRequest & { place: Place, text: HTMLElement }} Label */

/**
 * Labels next to the symbols, in the page's language: as many as fit without touching a symbol or
 * another label, the categories in the order of the edition. Those that have no room there stand further
 * off, at the end of a line. They are for the eye; each symbol has its own name.
 */
export class SymbolLabels {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   * @param {Basemap} basemap
   */
  constructor(map, symbols, basemap) {
    this.map = map
    this.symbols = symbols
    this.basemap = basemap
    this.pane = map.createPane('labels')
    this.pane.setAttribute('aria-hidden', 'true')
    this.lines = L.polyline([], {
      className: 'label-line',
      interactive: false,
      noClip: true,
      pane: 'overlayPane',
      smoothFactor: 0,
    }).addTo(map)
    this.acts = query('.acts', HTMLElement)
    this.texts = new LabelTexts(this.pane)
    this.countries = new CountryLabels(map, basemap, this.pane)
    this.seas = new SeaLabels(this.pane)
    /** Where labels stood at the last drawing, against their symbols. */
    this.last = { zoom: NaN, places: /** @type {Map<string, LabelCandidate>} */ (new Map()) }
    /** @type {Map<Label, LabelCandidate>} */
    this.placed = new Map()
    this.stopImproving = () => {}
    onTextSize(map.getContainer(), () => this.measure())
    map.on('zoomstart', () => this.clear())
    map.on('moveend', () => this.drawSoon())
    subscribe(FILTER_KEYS, () => this.draw())
    this.draw()
  }

  /** Place the labels again: their text has got another size. */
  measure() {
    for (const known of [this.texts, this.countries, this.seas]) known.forget()
    this.last.places.clear()
    this.draw()
  }

  clear() {
    this.stopImproving()
    this.pane.replaceChildren()
    this.lines.setLatLngs([])
  }

  /** Draw once the frame is on the screen in which a movement ends; at once where nothing moves. */
  drawSoon() {
    this.stopImproving()
    delete this.pane.dataset.settled
    if (prefersReducedMotion()) this.draw()
    else this.stopImproving = afterNextFrame(() => this.draw())
  }

  /** Find places for the labels of what is in view; those that stand well stay. */
  draw() {
    const { map } = this
    delete this.pane.dataset.settled
    if (map.options.crs.scale(map.getZoom()) < LEAST_WORLD) {
      this.clear()
      this.pane.dataset.settled = ''
      return
    }
    const frame = viewBox(map)
    const marks = [...this.symbols.drawn].map((mark) => ({
      place: mark.place,
      symbol: boxAround(map.latLngToLayerPoint(mark.position(map)), mark.width),
    }))
    const symbols = marks.map(({ symbol }) => symbol)
    const labels = this.request(
      marks.flatMap(({ place, symbol }) =>
        place && containsCentre(frame, symbol) ? [{ place, symbol }] : []
      ),
    )
    const placement = new LabelPlacement(labels, {
      avoid: boxUnder(map, this.acts),
      direction: textDirection(),
      frame,
      isClear: (line, box) =>
        this.basemap.isSettled(line) && this.basemap.isSettled(middleLine(box)),
      isForeign: (box, { place }) => !this.basemap.isWithin(box, place.area),
      isOnLand: (box) => this.basemap.isOnLand(box),
      symbols,
    }, this.kept(labels))
    this.show(placement.places())
    this.improve(placement, () => {
      this.nameCountries(symbols, frame)
      this.pane.dataset.settled = ''
    })
  }

  /**
   * Try whether more labels find a place, an attempt at a time, while nothing else is to be done.
   *
   * @param {LabelPlacement<Label>} placement
   * @param {() => void} finish
   */
  improve(placement, finish) {
    this.stopImproving()
    if (!placement.canImprove()) {
      finish()
      return
    }
    this.stopImproving = whenIdle(() => {
      if (placement.improve()) this.show(placement.places())
      this.improve(placement, finish)
    })
  }

  /**
   * Return the labels of these symbols, the most important first.
   *
   * @param {{ place: Place, symbol: Box }[]} marks
   * @returns {Label[]}
   */
  request(marks) {
    const ordered = marks.toSorted((a, b) => labelRank(a.place) - labelRank(b.place))
    const texts = this.texts.of(ordered.slice(0, MOST_LABELS).map(({ place }) => place))
    return texts.map((text, i) => ({ ...ordered[i], ...text, rank: labelRank(ordered[i].place) }))
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
   * Show labels in their places, and no other.
   *
   * @param {Map<Label, LabelCandidate>} placed
   */
  show(placed) {
    this.placed = placed
    const texts = new Set([...placed.keys()].map(({ text }) => text))
    for (const child of [...this.pane.children]) {
      if (!(child instanceof HTMLElement && texts.has(child))) child.remove()
    }
    this.last = { zoom: this.map.getZoom(), places: new Map() }
    for (const [{ place, symbol, text }, candidate] of placed) {
      if (!text.parentElement) this.pane.append(text)
      moveLabel(text, candidate)
      const { x, y } = symbol.min
      this.last.places.set(place.id, shift(candidate, { x: -x, y: -y }))
    }
    this.drawLines(linesOf(placed.values()))
  }

  /** @param {Segment[]} lines */
  drawLines(lines) {
    this.lines.setLatLngs(
      lines.map((line) => line.map((end) => this.map.layerPointToLatLng(end))),
    )
  }

  /**
   * Name the countries that no label names, then seas, where the labels leave room.
   *
   * @param {Box[]} symbols
   * @param {Box} frame
   */
  nameCountries(symbols, frame) {
    const lines = linesOf(this.placed.values())
    const said = [...this.placed.keys()].flatMap(({ place }) => place.abroad ? [] : place.country)
    const boxes = [...this.placed.values()].map(clearanceOf)
    const taken = [...symbols, ...boxes, boxUnder(this.map, this.acts)]
    const rooms = new CountryRooms(this.basemap, { frame, lines, taken })
    const led = this.countries.draw(rooms, new Set(said))
    this.drawLines([...lines, ...led])
    this.seas.draw(rooms)
  }
}
