import { element, svgElement } from './dom.js'
import { format, languageOf } from './messages.js'

/** @import { Place } from './types.d.ts' */

/**
 * Make the symbol of a presence, as the page's own sprite draws it.
 *
 * @param {Place} place
 */
export function symbolNode(place) {
  const hollow = place.status === 'candidate' ? '-hollow' : ''
  const use = svgElement('use', { href: `#symbol-${place.category}${hollow}` })
  return svgElement('svg', { 'aria-hidden': 'true', class: 'symbol' }, use)
}

/**
 * Make a label with its footnote letters raised, kept apart from text that runs the other way.
 *
 * @param {Place} place
 */
export function labelNode(place) {
  const id = `label.${place.id}`
  const name = element('bdi', languageOf(id), format(id))
  if (!place.footnotes.length) return name
  const letters = element('sup', {}, place.footnotes.join(' '))
  return element('span', {}, name, '\u2060', letters)
}
