import { element } from '../dom.js'

/** Figures whose size is measured, and how wide one is at the most in text of the usual size, in pixels. */
const [FIGURES, FIGURE] = ['0'.repeat(10), 6.3]

/**
 * Call back when the text of the map gets another size: by the reader's spacing, or a larger font.
 *
 * @param {HTMLElement} container
 * @param {() => void} listener
 */
export function onTextSize(container, listener) {
  observe(addGauge(container, 'Mm mM'), listener)
}

/**
 * How large the figures of circles are, once there are circles. To ask at once would make the browser lay out what it
 * lays out soon anyway: they count as of their usual size until that is done, which is before anything is seen.
 */
export class FigureGauge {
  /**
   * @param {HTMLElement} container
   * @param {() => void} listener called back when they get another size
   */
  constructor(container, listener) {
    this.container = container
    this.listener = listener
    /** How many times their usual size they have, as far as anybody has asked. */
    this.known = 1
    /** @type {HTMLElement | undefined} */
    this.gauge = undefined
  }

  /** How many times their usual size they have. */
  get scale() {
    if (!this.gauge) this.begin()
    return this.known
  }

  begin() {
    const gauge = addGauge(this.container, FIGURES, ' of-figures')
    new ResizeObserver(() => {
      const before = this.known
      this.known = Math.max(1, gauge.offsetWidth / FIGURES.length / FIGURE)
      if (this.known !== before) this.listener()
    }).observe(gauge)
    this.gauge = gauge
  }
}

/**
 * Put a text into the map that nobody sees, whose size shows that of the others.
 *
 * @param {HTMLElement} container
 * @param {string} text
 * @param {string} [className] of what it is set like
 */
function addGauge(container, text, className = '') {
  const gauge = element('span', { 'aria-hidden': 'true', class: `gauge${className}` }, text)
  container.append(gauge)
  return gauge
}

/**
 * @param {HTMLElement} gauge
 * @param {() => void} listener
 */
function observe(gauge, listener) {
  let size = ''
  new ResizeObserver(() => {
    const before = size
    size = `${gauge.offsetWidth} ${gauge.offsetHeight}`
    if (before && before !== size) listener()
  }).observe(gauge)
}
