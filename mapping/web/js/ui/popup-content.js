import { element } from '../dom.js'
import { format, isolated } from '../messages.js'
import { pageData } from '../page-data.js'
import { labelNode, symbolNode } from '../presence-nodes.js'
import { isLink } from '../pure/link.js'
import { categoryText, evidenceText } from '../pure/presence-text.js'
import { isWhole } from '../whole-document.js'

/** @import { Place } from '../types.d.ts' */

/**
 * Return what is known of one presence, as nodes: no word of the data is read as HTML.
 *
 * @param {Place} place
 */
export function popupContent(place) {
  const heading = element(
    'h2',
    { id: 'details-title', tabindex: '-1' },
    symbolNode(place),
    labelNode(place),
  )
  const told = element('div', { id: 'details-facts' }, facts(place), ...footnotes(place))
  return [heading, told, ...sources(place)]
}

/** @param {Place} place */
function facts(place) {
  /** @param {string[]} keys */
  const join = (keys) => keys.map((key) => isolated(key)).join(format('list_comma'))
  /** @type {[string, string | Node][]} */
  const own = Object.entries(place.details ?? {})
    .map(([key, text]) => [`column.${key}`, text && textNode(text)])
  /** @type {[string, string | Node][]} */
  const rows = [
    ['popup.category', categoryText(place, isolated)],
    ['popup.mission', place.unit ? isolated(place.unit) : ''],
    ['popup.serves', join(place.served)],
    ['popup.country', isolated(place.host)],
    ['popup.city', join(place.cities)],
    ['popup.position', format(`popup.position_${place.position}`)],
    ['popup.evidence', evidenceText(place, pageData.year, format)],
    ...own,
  ]
  const list = element('dl')
  for (const [name, text] of rows.filter(([, value]) => value)) {
    list.append(
      element(
        'div',
        {},
        element('dt', {}, format('popup.term', { term: format(name) })),
        element('dd', {}, text),
      ),
    )
  }
  return list
}

/**
 * Return what the list says in a column of its own: a link, or text kept apart from what is around it.
 *
 * @param {string} text
 */
export function textNode(text) {
  return isLink(text)
    ? element('a', { href: text, rel: 'noopener noreferrer', target: '_blank' }, text)
    : element('bdi', {}, text)
}

/** @param {Place} place */
function footnotes(place) {
  return place.footnotes.map((letter) => {
    const raised = element('sup', {}, letter)
    return element('p', { class: 'footnote' }, raised, ' ', format(`footnote.${letter}`))
  })
}

/** @param {Place} place */
function sources(place) {
  if (!place.documents.length || !isWhole()) return []
  return [element('h3', {}, format('popup.sources')), sourceList(place)]
}

/**
 * @param {Place} place
 * @param {Record<string, string>} [attributes]
 */
function sourceList(place, attributes) {
  const items = place.documents.map((number) => {
    const { citation, language } = pageData.sources[number]
    return element('li', { dir: 'auto', lang: language }, citation)
  })
  return element('ul', { role: 'list', ...attributes }, ...items)
}

/**
 * Return the footnotes and sources of a presence for its entry in the list; nothing where it has none.
 *
 * @param {Place} place
 */
export function entryNotes(place) {
  const notes = [
    ...footnotes(place),
    ...place.documents.length ? [sourceList(place, { 'aria-label': format('popup.sources') })] : [],
  ]
  return notes.length ? [element('div', { class: 'sources' }, ...notes)] : []
}
