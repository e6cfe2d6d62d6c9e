import { element, query } from '../dom.js'
import { textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { labelNode, symbolId } from '../presence-nodes.js'
import { isCandidate } from '../pure/status.js'

/** @import { LabelCandidate, Place, Size } from '../types.d.ts' */
/** @import { Basemap } from './basemap.js' */

/** How the lines of a label in a column are drawn towards its symbol; others begin at the left. */
/** @type {Map<string, keyof typeof SPARE>} */
const ALIGNMENT = new Map([['before', 'right'], ['centre', 'center'], ['to', 'right']])
const SPARE = { center: 0.5, left: 0, right: 1 }

/** What parts of its width a label may have in more lines, and how many lines. */
const [NARROWED, MOST_LINES] = [[0.75, 0.55, 0.42, 0.33, 0.25], 4]
/** How many labels are measured together. */
const AT_ONCE = 10

/** Pixels that a font's height leaves empty over and under the letters. */
const EMPTY = 2

/** A label: how far down in its place its lines begin, its sizes and its text. */
/** @typedef {{ down: number, narrower?: Size[], size: Size, text: HTMLElement }} Known */

/** The texts of labels with their sizes: each is written and measured once. */
export class LabelTexts {
  /** @param {HTMLElement} pane in which they are measured */
  constructor(pane) {
    this.pane = pane
    /** @type {Map<string, Known>} */
    this.known = new Map()
    /** @type {Map<string, number>} */
    this.reaches = new Map()
  }

  /**
   * Return how much of its width the symbol of a place is drawn in, with its halo: a small one has room around it.
   *
   * @param {Place} place
   */
  reachOf(place) {
    const id = symbolId(place)
    const reach = this.reaches.get(id) ?? Number(query(`#${id}`, SVGSymbolElement).dataset.reach)
    this.reaches.set(id, reach)
    return reach
  }

  /** Measure all anew from now on: their text has got another size. */
  forget() {
    this.known.clear()
  }

  /**
   * Return the labels of places, in their order; those that are new are measured some at a time.
   *
   * @param {Place[]} places
   * @returns {Generator<void, Known[]>}
   */
  *of(places) {
    const fresh = places.filter(({ id }) => !this.known.has(id))
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      this.measure(fresh.slice(from, from + AT_ONCE))
      yield
    }
    return places.flatMap(({ id }) => this.known.get(id) ?? [])
  }

  /** @param {Place[]} places */
  measure(places) {
    const written = places.map((place) => {
      const name = labelNode(place)
      const text = element('div', { class: 'label', dir: textDirection() }, name)
      return { id: place.id, name, text }
    })
    this.pane.append(...written.map(({ text }) => text))
    for (const { id, name, text } of written) {
      const down = (heightOf(name) - heightOf(text) - EMPTY) / 2
      this.known.set(id, { down, size: sizeOf(name), text })
    }
  }

  /**
   * Return the sizes of a label in more lines, as its words allow; some others are measured with it.
   *
   * @param {{ place: Place }} label
   * @returns {Size[]}
   */
  narrower({ place: { id } }) {
    const known = this.known.get(id)
    if (!known) return []
    if (!known.narrower) {
      const others = [...this.known.values()].filter((one) => !one.narrower && one !== known)
      this.measureNarrower([known, ...others.slice(1 - AT_ONCE)])
    }
    return known.narrower ?? []
  }

  /** @param {Known[]} labels */
  measureNarrower(labels) {
    for (const label of labels) label.narrower = []
    const broken = labels.filter(({ text }) => /\s/.test(text.textContent ?? ''))
    const copies = broken.flatMap((label) =>
      NARROWED.map((part) => {
        const copy = /** @type {HTMLElement} */ (label.text.cloneNode(true))
        copy.style.width = 'min-content'
        copy.style.minWidth = `${label.size.width * part}px`
        return { copy, label }
      })
    )
    this.pane.append(...copies.map(({ copy }) => copy))
    for (const { copy, label: { narrower = [], size: whole } } of copies) {
      const name = /** @type {Element} */ (copy.firstElementChild)
      const [last, size] = [narrower.at(-1), sizeOf(name)]
      if (size.width >= (last ?? whole).width || size.width < size.height) continue
      if (name.getClientRects().length > MOST_LINES) continue
      // Of those in as many lines, the narrowest.
      if (size.height === last?.height) narrower.pop()
      narrower.push(size)
    }
    for (const { copy } of copies) copy.remove()
  }
}

/**
 * Return the size of what is written, in whole pixels.
 *
 * @param {Element} text
 * @returns {Size}
 */
function sizeOf(text) {
  const { height, width } = text.getBoundingClientRect()
  return { height: Math.ceil(height) - EMPTY, width: Math.ceil(width) }
}

/** @param {Element} text */
function heightOf(text) {
  return text.getBoundingClientRect().height
}

/**
 * Put a label into its place.
 *
 * @param {Known} label
 * @param {LabelCandidate} candidate
 */
export function moveLabel({ down, text }, { box: { min, max }, column }) {
  const align = ALIGNMENT.get(column) ?? 'left'
  // A pixel wider than its words, on the side that they are not aligned to: else they might break anew.
  text.style.left = `${min.x - SPARE[align]}px`
  text.style.top = `${min.y + down}px`
  text.style.width = `${max.x - min.x + 1}px`
  text.style.textAlign = align
}

/**
 * Return the order in which labels are placed: first those beside an armistice line, which have least room;
 * candidates after all others; of both, the categories in the order of the edition.
 *
 * @param {Place} place
 * @param {Basemap} basemap
 */
export function labelRank(place, basemap) {
  if (basemap.isParted(place.area) || place.area !== place.country) return -1
  const { categories } = pageData
  return categories.indexOf(place.category) + (isCandidate(place) ? categories.length : 0)
}
