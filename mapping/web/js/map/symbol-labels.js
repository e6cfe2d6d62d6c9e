import { element, query } from '../dom.js'
import { textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { labelNode } from '../presence-nodes.js'
import { boxAround, centreOf, contains } from '../pure/boxes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { placeLabels } from '../pure/label-placement.js'
import { subscribe } from '../store.js'
import { nameCountries } from './country-labels.js'

/** @import { Box, LabelCandidate, Place } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Symbols } from './symbols.js' */

/** Where the whole world is narrower than this, in pixels, symbols are too far from their places. */
const LEAST_WORLD = 600
/** How the lines of a label in a column are drawn towards its symbol; others begin at the left. */
const ALIGNMENT = new Map([['before', 'right'], ['centre', 'center'], ['to', 'right']])

/**
 * Labels next to the symbols, in the page's language: as many as fit without touching a symbol or
 * another label, the categories in the order of the edition. They are for the eye; each symbol has its own name.
 */
export class SymbolLabels {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   */
  constructor(map, symbols) {
    this.map = map
    this.symbols = symbols
    this.pane = map.createPane('labels')
    this.pane.setAttribute('aria-hidden', 'true')
    this.acts = query('.acts', HTMLElement)
    this.observe()
    map.on('zoomstart', () => this.pane.replaceChildren())
    map.on('moveend', () => this.draw())
    subscribe(FILTER_KEYS, () => this.draw())
    this.draw()
  }

  /** Place the labels again when their text gets another size: by the reader's spacing, or a larger font. */
  observe() {
    const gauge = element('span', { 'aria-hidden': 'true', class: 'gauge' }, 'Mm mM')
    this.map.getContainer().append(gauge)
    let size = ''
    new ResizeObserver(() => {
      const before = size
      size = `${gauge.offsetWidth} ${gauge.offsetHeight}`
      if (before && before !== size) this.draw()
    }).observe(gauge)
  }

  /** Write the labels of what is in view, then keep those that find a place. */
  draw() {
    const { map } = this
    this.pane.replaceChildren()
    if (map.options.crs.scale(map.getZoom()) < LEAST_WORLD) return
    const frame = this.frame()
    const marks = this.symbols.visible().map(({ marker, place }) => ({
      place,
      symbol: boxAround(
        map.latLngToLayerPoint(marker.getLatLng()),
        this.symbols.viewport.symbolSize,
      ),
    }))
    const labels = this.write(marks.filter(({ symbol }) => holds(frame, symbol)))
    const symbols = marks.map(({ symbol }) => symbol)
    const { placed, taken } = placeLabels(
      labels,
      symbols,
      frame,
      this.under(this.acts),
      textDirection(),
    )
    for (const label of labels) {
      const candidate = placed.get(label)
      if (candidate) moveLabel(label.text, candidate)
      else label.text.remove()
    }
    nameCountries(map, this.pane, taken, frame)
  }

  /**
   * Write labels, the most important first, and measure them.
   *
   * @param {{ place: Place, symbol: Box }[]} marks
   */
  write(marks) {
    const labels = marks
      .toSorted((a, b) => labelRank(a.place) - labelRank(b.place))
      .map(({ place, symbol }) => {
        const name = labelNode(place)
        const text = element('div', { class: 'label', dir: textDirection() }, name)
        return { name, symbol, text }
      })
    this.pane.replaceChildren(...labels.map(({ text }) => text))
    return labels.map(({ name, symbol, text }) => {
      const { height, width } = name.getBoundingClientRect()
      return { symbol, text, size: { height: Math.ceil(height), width: Math.ceil(width) } }
    })
  }

  /** What of the map is in view. */
  frame() {
    const { map } = this
    return {
      min: map.containerPointToLayerPoint([0, 0]),
      max: map.containerPointToLayerPoint(map.getSize()),
    }
  }

  /**
   * What of the map is under an element.
   *
   * @param {Element} other
   */
  under(other) {
    const { left, top } = this.map.getContainer().getBoundingClientRect()
    const box = other.getBoundingClientRect()
    return {
      min: this.map.containerPointToLayerPoint([box.left - left, box.top - top]),
      max: this.map.containerPointToLayerPoint([box.right - left, box.bottom - top]),
    }
  }
}

/**
 * Whether the middle of a box is within a frame.
 *
 * @param {Box} frame
 * @param {Box} box
 */
function holds(frame, box) {
  const centre = centreOf(box)
  return contains(frame, { min: centre, max: centre })
}

/**
 * Return the order in which labels are placed: candidates after all others; of both, the categories in
 * the order of the edition.
 *
 * @param {Place} place
 */
function labelRank({ category, status }) {
  const { categories } = pageData
  return categories.indexOf(category) + (status === 'candidate' ? categories.length : 0)
}

/**
 * Put a label into its place.
 *
 * @param {HTMLElement} text
 * @param {LabelCandidate} candidate
 */
function moveLabel(text, { box: { min, max }, column }) {
  text.style.left = `${min.x}px`
  text.style.top = `${min.y}px`
  text.style.width = `${max.x - min.x + 1}px`
  text.style.textAlign = ALIGNMENT.get(column) ?? 'left'
}
