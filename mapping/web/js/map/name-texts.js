import { element } from '../dom.js'
import { format, textDirection } from '../messages.js'

/** @import { Size } from '../types.d.ts' */
/** @import { Found } from './country-rooms.js' */

/** A name that has room on the map. */
/** @typedef {{ found: Found, key: string, texts: NameTexts }} Name */

/** How a name may be written, the best first: classes of the style sheet. */
const FORMS = ['', 'broken', 'narrow', 'small broken', 'small narrow']

/** The names of countries or seas with their sizes in each form: each is written and measured once. */
export class NameTexts {
  /**
   * @param {HTMLElement} pane in which they are measured
   * @param {'country' | 'sea'} kind
   */
  constructor(pane, kind) {
    this.pane = pane
    this.kind = kind
    /** @type {Map<string, { sizes: Size[], text: HTMLElement }>} */
    this.known = new Map()
  }

  /** Measure all anew from now on: their text has got another size. */
  forget() {
    this.known.clear()
  }

  /**
   * Measure the names that are new, all at once.
   *
   * @param {string[]} codes
   */
  measure(codes) {
    const fresh = codes.filter((code) => !this.known.has(code)).map((code) => ({
      code,
      forms: FORMS.map((form) =>
        element(
          'div',
          { class: `toponym ${this.kind} ${form}`, dir: textDirection() },
          format(`${this.kind}.${code}`),
        )
      ),
    }))
    this.pane.append(...fresh.flatMap(({ forms }) => forms))
    for (const { code, forms } of fresh) {
      const sizes = forms.map((one) => {
        const { height, width } = one.getBoundingClientRect()
        return { height: Math.ceil(height), width: Math.ceil(width) }
      })
      this.known.set(code, { sizes, text: forms[0] })
    }
    for (const { forms } of fresh) for (const one of forms) one.remove()
  }

  /**
   * Return the sizes of a name in all forms; those are left out that are no smaller than one before.
   *
   * @param {string} code
   * @returns {{ form: string, size: Size }[]}
   */
  formsOf(code) {
    const sizes = this.known.get(code)?.sizes ?? []
    return sizes.map((size, i) => ({ form: FORMS[i], size })).filter(({ size }, i) =>
      sizes.slice(0, i).every(({ height, width }) => height > size.height || width > size.width)
    )
  }

  /**
   * Put a name on the map.
   *
   * @param {string} code
   * @param {Found} found
   */
  put(code, { form, box: { min: { x, y } } }) {
    const text = this.known.get(code)?.text
    if (!text) return
    text.className = `toponym ${this.kind} ${form}`
    text.style.left = `${x}px`
    text.style.top = `${y}px`
    this.pane.append(text)
  }
}
