/**
 * Chromium tells of one element after another which fonts it is set in, at 3 ms each. Letters look alike
 * wherever they stand in one style, so that few of the texts of a long list have to be asked.
 */

const SAMPLE = 'data-sample'
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Mark elements in whose texts each letter of the sheet is found, once in each style, and return how many.
 *
 * Of an element, Chromium tells the fonts of the texts in its children, too, and no deeper.
 */
export function markSample() {
  /** @type {Map<string, Set<string>>} */
  const found = new Map()
  const texts = [...document.querySelectorAll('text, tspan')]
  for (const text of texts.filter((one) => hasNewLetters(one, found))) {
    const asked = text.localName === 'tspan' ? text : text.parentElement
    asked?.setAttribute(SAMPLE, '')
  }
  return document.querySelectorAll(`[${SAMPLE}]`).length
}

/** Take the marks away. */
export function unmarkSample() {
  for (const one of document.querySelectorAll(`[${SAMPLE}]`)) one.removeAttribute(SAMPLE)
}

/**
 * Tell whether there is any letter in an element that was not yet found in its style, and note it.
 *
 * @param {Element} text
 * @param {Map<string, Set<string>>} found
 */
function hasNewLetters(text, found) {
  const { fontFamily, fontStyle, fontWeight } = getComputedStyle(text)
  const style = [fontFamily, fontStyle, fontWeight].join()
  const known = found.get(style) ?? new Set()
  found.set(style, known)
  const before = known.size
  for (const node of text.childNodes) {
    if (!(node instanceof Text)) continue
    for (const { segment } of clusters.segment(node.data)) known.add(segment)
  }
  return known.size > before
}
