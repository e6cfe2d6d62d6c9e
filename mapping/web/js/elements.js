'use strict'

const SVG = 'http://www.w3.org/2000/svg'

/** Make an element with attributes and children; strings become text, never markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Make an element of SVG. */
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** The symbol of a presence, as the page's own sprite draws it. */
function symbol(place) {
  const hollow = place.status === 'candidate' ? '-hollow' : ''
  const use = shape('use', { href: `#symbol-${place.category}${hollow}` })
  return shape('svg', { 'aria-hidden': 'true', class: 'symbol' }, use)
}

/** A label with its footnote letters raised, kept apart from text that runs the other way. */
function label(place) {
  const name = element('bdi', {}, Words.say(`label.${place.id}`))
  if (!place.footnotes.length) return name
  const letters = element('sup', {}, place.footnotes.join(' '))
  return element('span', {}, name, '\u2060', letters)
}

/** The label as one line of plain text, with its footnote letters, for names and titles. */
function plainLabel(place) {
  return [Words.say(`label.${place.id}`), ...place.footnotes].join(' ')
}
