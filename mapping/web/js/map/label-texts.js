import { element } from '../dom.js'
import { textDirection } from '../messages.js'
import { pageData } from '../page-data.js'
import { labelNode } from '../presence-nodes.js'

/** @import { LabelCandidate, Place, Size } from '../types.d.ts' */

/** How the lines of a label in a column are drawn towards its symbol; others begin at the left. */
/** @type {Map<string, keyof typeof SPARE>} */
const ALIGNMENT = new Map([['before', 'right'], ['centre', 'center'], ['to', 'right']])
const SPARE = { center: 0.5, left: 0, right: 1 }

/** The texts of labels with their sizes: each is written and measured once. */
export class LabelTexts {
  /** @param {HTMLElement} pane in which they are measured */
  constructor(pane) {
    this.pane = pane
    /** @type {Map<string, { size: Size, text: HTMLElement }>} */
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
    for (const { id, name, text } of written) {
      const { height, width } = name.getBoundingClientRect()
      this.known.set(id, { size: { height: Math.ceil(height), width: Math.ceil(width) }, text })
    }
    return places.flatMap(({ id }) => this.known.get(id) ?? [])
  }
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
