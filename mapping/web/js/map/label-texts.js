import { element } from '../dom.js'
import { textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { labelNode } from '../presence-nodes.js'

/** @import { LabelCandidate, Place, Size } from '../types.d.ts' */

/** How the lines of a label in a column are drawn towards its symbol; others begin at the left. */
/** @type {Map<string, keyof typeof SPARE>} */
const ALIGNMENT = new Map([['before', 'right'], ['centre', 'center'], ['to', 'right']])
const SPARE = { center: 0.5, left: 0, right: 1 }

/** What parts of its width a label may have in more lines, and how many are measured together. */
const [NARROWED, AT_ONCE] = [[0.75, 0.55], 10]

/** @typedef {{ narrower?: Size[], size: Size, text: HTMLElement }} Known */

/** The texts of labels with their sizes: each is written and measured once. */
export class LabelTexts {
  /** @param {HTMLElement} pane in which they are measured */
  constructor(pane) {
    this.pane = pane
    /** @type {Map<string, Known>} */
    this.known = new Map()
  }

  /** Measure all anew from now on: their text has got another size. */
  forget() {
    this.known.clear()
  }

  /**
   * Return the labels of places, in their order; those that are new are measured at once.
   *
   * @param {Place[]} places
   */
  of(places) {
    const written = places.filter(({ id }) => !this.known.has(id)).map((place) => {
      const name = labelNode(place)
      const text = element('div', { class: 'label', dir: textDirection() }, name)
      return { id: place.id, name, text }
    })
    this.pane.append(...written.map(({ text }) => text))
    for (const { id, name, text } of written) this.known.set(id, { size: sizeOf(name), text })
    return places.flatMap(({ id }) => this.known.get(id) ?? [])
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
    for (const { copy, label } of copies) {
      const size = sizeOf(/** @type {Element} */ (copy.firstElementChild))
      const { narrower = [] } = label
      if (size.width < (narrower.at(-1) ?? label.size).width) narrower.push(size)
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
  return { height: Math.ceil(height), width: Math.ceil(width) }
}

/**
 * Put a label into its place.
 *
 * @param {HTMLElement} text
 * @param {LabelCandidate} candidate
 */
export function moveLabel(text, { box: { min, max }, column }) {
  const align = ALIGNMENT.get(column) ?? 'left'
  // A pixel wider than its words, on the side that they are not aligned to: else they might break anew.
  text.style.left = `${min.x - SPARE[align]}px`
  text.style.top = `${min.y}px`
  text.style.width = `${max.x - min.x + 1}px`
  text.style.textAlign = align
}

/**
 * Return the order in which labels are placed: candidates after all others; of both, the categories in
 * the order of the edition.
 *
 * @param {Place} place
 */
export function labelRank({ category, status }) {
  const { categories } = pageData
  return categories.indexOf(category) + (status === 'candidate' ? categories.length : 0)
}
