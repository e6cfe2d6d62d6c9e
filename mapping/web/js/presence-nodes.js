import { element, query, svgElement } from './dom.js'
import { format, languageOf, numberText } from './messages.js'
import { pageData } from './page-data.js'
import { ringShares } from './pure/ring.js'
import { isCandidate } from './pure/status.js'

/** @import { Place } from './types.d.ts' */

/** @type {Map<string, SVGElement>} */
const symbolsMade = new Map()

/**
 * Return the id of a presence's symbol in the page's sprite.
 *
 * @param {Place} place
 */
export function symbolId(place) {
  return `symbol-${place.category}${isCandidate(place) ? '-hollow' : ''}`
}

/**
 * Make the symbol of a presence, as the page's own sprite draws it: a copy is drawn sooner than a reference.
 *
 * @param {Place} place
 */
export function symbolNode(place) {
  const id = symbolId(place)
  const made = symbolsMade.get(id) ?? copySymbol(query(`#${id}`, SVGSymbolElement))
  symbolsMade.set(id, made)
  return /** @type {SVGElement} */ (made.cloneNode(true))
}

/** @param {SVGSymbolElement} symbol */
function copySymbol(symbol) {
  const viewBox = symbol.getAttribute('viewBox') ?? ''
  const parts = [...symbol.children].map((part) => part.cloneNode(true))
  return svgElement('svg', { 'aria-hidden': 'true', class: 'symbol', viewBox }, ...parts)
}

/** How broad the ring of a group is, in pixels. */
const RING = 4

/**
 * Make the circle of a group: its number in a ring that its categories divide, in the legend's colours.
 *
 * @param {Place[]} places
 * @param {number} width
 */
export function circleNode(places, width) {
  const radius = width / 2
  const kinds = [false, true].flatMap((candidate) =>
    pageData.categories.map((category) => ({
      category,
      candidate,
      count:
        places.filter((place) => place.category === category && isCandidate(place) === candidate)
          .length,
    }))
  ).filter(({ count }) => count)
  const shares = ringShares(kinds.map(({ count }) => count), radius - 1, radius - 1 - RING)
  const paths = shares.map((d, i) => {
    const { candidate, category } = kinds[i]
    const mark = query(`#symbol-${category}${candidate ? '-hollow' : ''} .mark`, SVGPathElement)
    return svgElement('path', {
      class: candidate ? 'share hollow' : 'share',
      d,
      fill: mark.getAttribute('fill') ?? '',
    })
  })
  const number = svgElement('text', { class: 'together-number', dy: '.36em' })
  number.textContent = numberText(places.length)
  return svgElement(
    'svg',
    {
      'aria-hidden': 'true',
      height: `${width}`,
      viewBox: `${-radius} ${-radius} ${width} ${width}`,
      width: `${width}`,
    },
    svgElement('circle', { class: 'together-ground', r: `${radius - 0.5}` }),
    ...paths,
    number,
  )
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
