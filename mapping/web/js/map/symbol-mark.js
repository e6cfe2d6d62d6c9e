import { element } from '../dom.js'
import { format, isolated, numberText } from '../messages.js'
import { circleNode, symbolNode } from '../presence-nodes.js'
import { groupText, symbolText } from '../pure/presence-text.js'

/** @import { Place, Point } from '../types.d.ts' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { SymbolEntry } from './symbols.js' */

/** In a tenth of this Orca has not yet been told of what has the focus instead, where a whole view changes. */
const TOLD_MS = 600

/**
 * @param {string} className
 * @param {Node[]} nodes
 */
function button(className, ...nodes) {
  return element('div', { class: className, role: 'button', tabindex: '-1' }, ...nodes)
}

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
    this.isLifted = false
    /** @type {HTMLElement | undefined} none before it is made */
    this.made = undefined
    /** @type {HTMLElement | undefined} none before it is described */
    this.description = undefined
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
    return this.made ?? this.make()
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

  /** Make its element: light, and with no listener, for there are hundreds. A symbol is drawn under it. */
  make() {
    const { entries, place, width } = this
    if (place) {
      this.made = button(`presence ${place.status}`)
      this.made.dataset.presence = place.id
    } else {
      this.made = button('together', circleNode(entries.map((one) => one.place), width))
      this.made.dataset.holds = String(entries.length)
    }
    return this.made
  }

  /**
   * Be where another one is, once it stands there.
   *
   * @param {SymbolMark} other
   */
  moveTo({ home, middle, settled, width }) {
    return Object.assign(this, { home, middle, settled, width })
  }

  /**
   * Stand in its place on the layer. It has no transform: browsers put a hundred of these together again for
   * every frame of a movement.
   *
   * @param {Point} origin of the layer, in pixels of the world
   */
  stand(origin) {
    const { x, y } = this.on(origin)
    this.button.style.left = `${x}px`
    this.button.style.top = `${y}px`
  }

  /**
   * Return its place on the layer.
   *
   * @param {Point} origin of the layer, in pixels of the world
   * @returns {Point}
   */
  on({ x, y }) {
    return { x: Math.round(this.middle.x) - x, y: Math.round(this.middle.y) - y }
  }

  /**
   * Stand where a circle is in view.
   *
   * @param {Point} middle
   * @param {boolean} showsNumber
   * @param {Point} origin of the layer
   */
  standInView(middle, showsNumber, origin) {
    this.middle = middle
    this.stand(origin)
    this.button.classList.toggle('cut', !showsNumber)
  }

  /**
   * Have a drawing of its own, over all others, or be drawn with them.
   *
   * @param {boolean} isLifted
   */
  lift(isLifted) {
    if (!this.place || isLifted === this.isLifted) return
    this.isLifted = isLifted
    this.button.classList.toggle('lifted', isLifted)
    if (isLifted) this.button.prepend(symbolNode(this.place))
    else this.button.querySelector('.symbol')?.remove()
  }

  /** Be seen no more, and go once what has the focus instead has been told: Orca misses both at once. */
  leave() {
    const { button } = this
    delete button.dataset.presence
    delete button.dataset.holds
    Object.assign(button.style, { opacity: '0', pointerEvents: 'none' })
    requestAnimationFrame(() => setTimeout(() => button.remove(), TOLD_MS))
  }

  /** @param {LeafletMap} map */
  position(map) {
    return map.unproject(L.point(this.middle.x, this.middle.y))
  }

  /** Return its name in the page's language, for screen readers. */
  name() {
    const { place } = this
    return place
      ? symbolText(place, format)
      : groupText(this.entries.map((entry) => entry.place), isolated, numberText)
  }

  /**
   * Say, for screen readers, which of how many it is, and its footnotes; or what Enter does.
   *
   * @param {number} at
   * @param {number} total
   */
  describe(at, total) {
    if (!this.made) return
    const { place } = this
    this.made.setAttribute('aria-label', this.name())
    const where = place ? format('popup.at', { at, total }) : format('map.nearer')
    const notes = place?.footnotes.map((letter) => `${letter}: ${format(`footnote.${letter}`)}`) ??
      []
    this.description ??= element('span', { hidden: '', id: `about-${this.key}` })
    this.description.textContent = [where, ...notes].join(format('list_comma'))
    // Not before: JAWS never reads a hidden description that was empty when it was named.
    if (!this.description.parentNode) this.made.append(this.description)
    if (!this.made.hasAttribute('aria-describedby')) this.describeBy()
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
