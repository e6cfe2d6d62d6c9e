import { query } from '../dom.js'
import { prefersReducedMotion } from '../media.js'
import { textDirection } from '../messages.js'
import { boxAround, containsCentre } from '../pure/boxes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { LabelPlacement } from '../pure/label-placement.js'
import { placeMore } from '../pure/label-search.js'
import { clearanceOf, linesOf, withClearance } from '../pure/label-spot.js'
import { whenIdle } from '../idle.js'
import { afterNextFrame } from '../next-frame.js'
import { finish } from '../pure/steps.js'
import { inSlices } from '../slices.js'
import { soon } from '../soon.js'
import { subscribe } from '../store.js'
import { CountryLabels } from './country-labels.js'
import { CountryRooms } from './country-rooms.js'
import { boxUnder, viewBox } from './layer-boxes.js'
import { groundOf } from './label-ground.js'
import { labelRank, LabelTexts } from './label-texts.js'
import { SeaLabels } from './sea-labels.js'
import { ShownLabels } from './shown-labels.js'
import { onTextSize } from './text-size.js'
import { whenStill } from './when-still.js'

/** @import { Box, LabelRequest, Place } from '../types.d.ts' */
/** @import { Basemap } from './basemap.js' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Name } from './name-texts.js' */
/** @import { Symbols } from './symbols.js' */

/** Where the whole world is narrower than this, in pixels, symbols are too far from their places. */
const LEAST_WORLD = 450
/** So many labels ask for a place at a time: more find no room, and the asking takes its time. */
const MOST_LABELS = 150
/** Where more say no country, names of countries come before the last; pixels over and under each that is led. */
const [MOST_BEFORE_NAMES, LED_APART] = [50, 3]

/** @typedef {LabelRequest & { down: number, place: Place, text: HTMLElement }} Label */

/**
 * Labels next to the symbols: as many as fit without touching a symbol or another label. Those that have no room
 * there stand further off, at the end of a line. They are for the eye; each symbol has its own name.
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
    this.shown = new ShownLabels(map, this.pane)
    this.acts = query('.acts', HTMLElement)
    this.texts = new LabelTexts(this.pane)
    this.countries = new CountryLabels(map, basemap, this.pane)
    this.seas = new SeaLabels(this.pane)
    this.stop = () => {}
    onTextSize(map.getContainer(), () => this.measure())
    map.on('movestart', () => this.stop())
    map.on('zoomstart', () => this.clear())
    map.on('moveend', () => {
      this.stop()
      delete this.pane.dataset.settled
    })
    whenStill(map, () => this.drawInSlices(afterNextFrame))
    subscribe(FILTER_KEYS, () => this.draw())
    this.drawInSlices(soon)
  }

  /** Place the labels again: their text has got another size. */
  measure() {
    for (const known of [this.texts, this.countries, this.seas]) known.forget()
    this.shown.forget()
    this.draw()
  }

  clear() {
    this.stop()
    this.shown.clear()
  }

  /**
   * Draw, and let the reader do something meanwhile; at once where nothing moves.
   *
   * @param {(act: () => void) => () => void} schedule
   */
  drawInSlices(schedule) {
    this.stop()
    if (prefersReducedMotion()) this.draw()
    else this.stop = inSlices(this.place(), schedule)
  }

  /** Find places for the labels of what is in view, now. */
  draw() {
    this.stop()
    finish(this.place())
  }

  /** Find places for the labels of what is in view; those that stand well stay. */
  *place() {
    const { map } = this
    delete this.pane.dataset.settled
    if (map.options.crs.scale(map.getZoom()) < LEAST_WORLD) {
      this.clear()
      this.pane.dataset.settled = ''
      return
    }
    yield* this.symbols.display.drawing.rest()
    const frame = viewBox(map)
    const marks = [...this.symbols.drawn].map((mark) => {
      const [at, { place, width }] = [map.latLngToLayerPoint(mark.position(map)), mark]
      const drawn = boxAround(at, width * (place ? this.texts.reachOf(place) : 1))
      return { drawn, place, symbol: boxAround(at, width) }
    })
    const symbols = marks.map(({ symbol }) => symbol)
    const labels = yield* this.request(
      marks.flatMap(({ place, symbol }) =>
        place && containsCentre(frame, symbol) ? [{ place, symbol }] : []
      ),
    )
    const said = countriesOf(labels)
    const isCrowded = labels.length - said.size > MOST_BEFORE_NAMES
    const placement = new LabelPlacement(labels, {
      apart: isCrowded ? LED_APART : 0,
      avoid: boxUnder(map, this.acts),
      direction: textDirection(),
      drawn: marks.map(({ drawn }) => drawn),
      frame,
      mayRun: (line, { place }) => this.basemap.runsClear(line, place.area),
      mayStand: (box, { place }) => this.basemap.standsClear(box, place.area),
      narrower: (label) => this.texts.narrower(label),
      symbols,
    }, this.shown.kept(labels))
    yield
    const rooms = new CountryRooms(this.basemap, frame)
    yield* rooms.areas.look()
    yield* placement.begin(({ place }) => groundOf(rooms.areas, place.area))
    yield* placement.lead()
    if (placement.open.length) {
      this.shown.show(placement.places())
      yield
      this.take(rooms, placement, symbols)
      const staying = isCrowded ? yield* this.countries.choose(rooms, said) : []
      const names = staying.length ? staying : this.countries.hold(rooms, said)
      const held = names.map(({ found }) => staying.length ? withClearance(found) : found)
      placement.standing.hold(held)
      this.shown.show(placement.places(), names)
      this.stop = inSlices(this.improve(placement, symbols, rooms, staying), whenIdle)
    } else yield* this.complete(placement, symbols, rooms)
  }

  /**
   * Look for places for more labels, and then for names of countries.
   *
   * @param {LabelPlacement<Label>} placement
   * @param {Box[]} symbols
   * @param {CountryRooms} rooms
   * @param {Name[]} names of countries that stay
   */
  *improve(placement, symbols, rooms, names) {
    yield* placeMore(placement)
    yield* this.complete(placement, symbols, rooms, names)
  }

  /**
   * Show labels, and the names of countries and seas where they leave room.
   *
   * @param {LabelPlacement<Label>} placement
   * @param {Box[]} symbols
   * @param {CountryRooms} rooms
   * @param {Name[]} [names] of countries that stay
   */
  *complete(placement, symbols, rooms, names) {
    const placed = placement.places()
    yield
    this.take(rooms, placement, symbols)
    const countries = yield* this.countries.choose(rooms, countriesOf(placed.keys()), names)
    this.shown.show(placed, [...countries, ...this.seas.choose(rooms)])
    this.pane.dataset.settled = ''
  }

  /**
   * Leave names no room where symbols and labels stand.
   *
   * @param {CountryRooms} rooms
   * @param {LabelPlacement<Label>} placement
   * @param {Box[]} symbols
   */
  take(rooms, placement, symbols) {
    const placed = [...placement.places().values()]
    rooms.taken = [...symbols, ...placed.map(clearanceOf), boxUnder(this.map, this.acts)]
    rooms.lines = linesOf(placed)
  }

  /**
   * Return the labels of these symbols, the most important first.
   *
   * @param {{ place: Place, symbol: Box }[]} marks
   * @returns {Generator<void, Label[]>}
   */
  *request(marks) {
    const ranked = marks.map((mark) => ({ ...mark, rank: labelRank(mark.place, this.basemap) }))
      .sort((a, b) => a.rank - b.rank)
    const texts = yield* this.texts.of(ranked.slice(0, MOST_LABELS).map(({ place }) => place))
    return texts.map((text, i) => ({ ...ranked[i], ...text }))
  }
}

/**
 * @param {Iterable<Label>} labels
 * @returns {Set<string>} the countries that they name
 */
function countriesOf(labels) {
  return new Set([...labels].flatMap(({ place }) => place.abroad ? [] : place.country))
}
