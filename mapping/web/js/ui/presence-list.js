import { element, query, queryAll } from '../dom.js'
import { format } from '../messages.js'
import { pageData } from '../page-data.js'
import { headingOf } from '../pure/ordering.js'
import { getState, subscribe } from '../store.js'
import { orderedPlaces } from '../visible.js'
import { showOrder, startListTools } from './list-tools.js'
import { entryNotes } from './popup-content.js'

/** @import { Place } from '../types.d.ts' */

/** The list under the map: the same filter as the map's, sorted as the reader chooses. */
export class PresenceList {
  /** @param {(id: string) => void} choose */
  constructor(choose) {
    this.section = query('#list', HTMLElement)
    this.body = query('.groups', HTMLElement, this.section)
    this.held = query('.held', HTMLElement, this.section)
    const items = queryAll('li[data-presence], li[data-held]', HTMLElement, this.section)
    this.items = new Map(
      items.map((item) => [item.dataset.presence ?? item.dataset.held ?? '', item]),
    )
    for (const [id, item] of this.items) {
      showButton(item).addEventListener('click', () => choose(id))
    }
    const withSources = query('.with-sources', HTMLElement, this.section)
    withSources.addEventListener('click', () => this.showSources(withSources))
    startListTools(this.section, () => this.draw())
    subscribe(['presence'], () => this.highlight())
    this.draw()
    this.highlight()
  }

  draw() {
    const sort = showOrder(this.section)
    const places = orderedPlaces()
    this.hold(new Set(places.map(({ id }) => id)))
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map()
    for (const place of places) {
      const heading = headingOf(place, sort)
      const item = this.items.get(place.id)
      if (item) groups.set(heading, [...(groups.get(heading) ?? []), item])
    }
    this.body.replaceChildren(
      ...[...groups].map(([heading, items], i) => groupNode(`group-${i}`, heading, items)),
    )
  }

  /**
   * What the filter hides stays in the page: it turns with its language, and is saved with it.
   *
   * @param {Set<string>} visible
   */
  hold(visible) {
    for (const [id, item] of this.items) {
      const shown = visible.has(id)
      item.removeAttribute(shown ? 'data-held' : 'data-presence')
      item.setAttribute(shown ? 'data-presence' : 'data-held', id)
      if (!shown) this.held.append(item)
    }
  }

  /**
   * Show or hide the sources and footnotes of all entries: one button, and not one an entry. They stand in
   * full in each, in the place of the numbers under which the list has them where no script runs.
   *
   * @param {HTMLElement} button
   */
  showSources(button) {
    const shown = this.section.classList.toggle('with-sources-shown')
    button.setAttribute('aria-pressed', String(shown))
    if (!shown) return
    for (const place of pageData.places) {
      const item = this.items.get(place.id)
      if (item) queryAll('.sources', HTMLElement, item)[0]?.replaceWith(...entryNotes(place))
    }
  }

  /**
   * Return the entry of a place.
   *
   * @param {Place} place
   */
  entryOf({ id }) {
    return this.items.get(id)
  }

  /** Mark the chosen presence and, where the list is in view, bring it there. */
  highlight() {
    const { presence } = getState()
    for (const [id, item] of this.items) {
      if (id === presence) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
    }
    if (!presence) return
    const { bottom, top } = this.section.getBoundingClientRect()
    if (top >= window.innerHeight || bottom <= 0) return
    this.items.get(presence)?.scrollIntoView({ block: 'nearest' })
  }
}

/**
 * Make the name of an entry its button, the only tab stop of the entry.
 *
 * @param {HTMLElement} item
 */
function showButton(item) {
  const name = query('.name', HTMLElement, item)
  const button = element('button', { class: 'show', type: 'button' }, ...name.childNodes)
  name.append(button)
  return button
}

/**
 * @param {string} id
 * @param {string} heading id of its text
 * @param {HTMLElement[]} items
 */
function groupNode(id, heading, items) {
  const number = element('span', { class: 'number' }, String(items.length))
  const title = element('h3', { id }, format(heading), ' ', number)
  return element(
    'section',
    { 'aria-labelledby': id },
    title,
    element('ul', { role: 'list' }, ...items),
  )
}
