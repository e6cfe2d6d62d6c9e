import { element } from '../dom.js'
import { format, numberText } from '../messages.js'
import { circleNode, symbolNode } from '../presence-nodes.js'
import { categoryText, groupText, plainLabel } from '../pure/presence-text.js'
import { SymbolMarker } from './symbol-marker.js'

/** @import { Place, Point } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { SymbolEntry } from './symbols.js' */

const TOLD_MS = 100

/** What the map shows of one place, or as one of several: its symbol or circle, and what is heard of it. */
export class SymbolMark {
  /**
   * @param {SymbolEntry[]} entries
   * @param {Point} middle in pixels of the world
   * @param {number} width
   * @param {Point} [home] the place that a circle stands for
   */
  constructor(entries, middle, width, home = middle) {
    this.entries = entries
    this.middle = middle
    /** Where it stands unless the view cuts it. */
    this.settled = middle
    this.width = width
    this.home = home
    /** @type {SymbolMarker | undefined} none while it is not drawn */
    this.marker = undefined
    /** @type {LeafletMap | undefined} */
    this.map = undefined
  }

  /** Return the only place that it shows, if it is one. @returns {Place | undefined} */
  get place() {
    return this.entries.length === 1 ? this.entries[0].place : undefined
  }

  /** What tells it from all others that are shown at a time. */
  get key() {
    const { entries } = this
    return this.place ? entries[0].place.id : `${entries.length}-from-${entries[0].place.id}`
  }

  /** Return the element that shows it. */
  get button() {
    const button = this.marker?.getElement()
    if (!button) throw new TypeError(`the symbol of ${this.key} is not on the map`)
    return button
  }

  /** @param {SymbolEntry} entry */
  shows(entry) {
    return this.entries.includes(entry)
  }

  /**
   * Whether another one shows the same in the same size.
   *
   * @param {SymbolMark} other
   */
  showsSame({ entries, place, width }) {
    return (place || width === this.width) && entries.length === this.entries.length &&
      entries.every((entry, i) => entry === this.entries[i])
  }

  /**
   * Put it on the map.
   *
   * @param {LeafletMap} map
   */
  draw(map) {
    const { place, width } = this
    this.map = map
    const className = place ? `presence ${place.status}` : 'together'
    const html = place ? symbolNode(place) : circleNode(this.entries.map((one) => one.place), width)
    const icon = L.divIcon({ className, html, iconSize: null })
    this.marker = new SymbolMarker(this.position(map), { icon, keyboard: false, riseOnHover: true })
    this.marker.addTo(map)
    const { button } = this
    if (place) button.dataset.presence = place.id
    else button.dataset.holds = String(this.entries.length)
    button.setAttribute('role', 'button')
    button.setAttribute('aria-label', this.name())
    button.tabIndex = -1
    this.description = element('span', { hidden: '', id: `about-${this.key}` })
    button.append(this.description)
  }

  /**
   * Move it to where another one is.
   *
   * @param {SymbolMark} other
   */
  moveTo({ home, middle, settled, width }) {
    Object.assign(this, { home, middle, settled, width })
    if (this.map) this.marker?.setLatLng(this.position(this.map))
    return this
  }

  /**
   * Stand where a circle is in view.
   *
   * @param {Point} middle
   * @param {boolean} showsNumber
   */
  stand(middle, showsNumber) {
    this.middle = middle
    this.moveTo(this)
    this.button.classList.toggle('cut', !showsNumber)
  }

  /** Be seen no more, and go once what has the focus instead has been told: Orca misses both at once. */
  leave() {
    const { button } = this
    delete button.dataset.presence
    delete button.dataset.holds
    Object.assign(button.style, { opacity: '0', pointerEvents: 'none' })
    requestAnimationFrame(() => setTimeout(() => this.remove(), TOLD_MS))
  }

  remove() {
    this.marker?.remove()
    this.marker = undefined
  }

  /** @param {LeafletMap} map */
  position(map) {
    return map.unproject(L.point(this.middle.x, this.middle.y))
  }

  /** Return its name in the page's language, for screen readers. */
  name() {
    const { place } = this
    if (!place) return groupText(this.entries.map((entry) => entry.place), format, numberText)
    const parts = [plainLabel(place, format), categoryText(place, format)]
    if (place.status === 'candidate') parts.push(format('popup.candidate'))
    if (place.abroad) parts.push(format(place.host))
    return parts.join(format('list_comma'))
  }

  /**
   * Say, for screen readers, which of how many it is, and its footnotes; or what Enter does.
   *
   * @param {number} at
   * @param {number} total
   */
  describe(at, total) {
    if (!this.description) return
    const { place } = this
    const where = place ? format('popup.at', { at, total }) : format('map.nearer')
    const notes = place?.footnotes.map((letter) => `${letter}: ${format(`footnote.${letter}`)}`) ??
      []
    this.description.textContent = [where, ...notes].join(format('list_comma'))
    // Not before: JAWS never reads a hidden description that was empty when it was named.
    if (!this.button.hasAttribute('aria-describedby')) this.describeBy()
  }

  /**
   * Name the elements that describe it: VoiceOver reads no `aria-description`.
   *
   * @param {string[]} others their ids, after its own
   */
  describeBy(...others) {
    const own = this.description?.id ?? ''
    this.button.setAttribute('aria-describedby', [own, ...others].join(' '))
  }
}
