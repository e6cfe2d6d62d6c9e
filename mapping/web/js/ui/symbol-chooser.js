import { element, query } from '../dom.js'
import { labelNode, symbolNode } from '../presence-nodes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { changeState, subscribe } from '../store.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */

/** Half of the least target, in pixels. */
const REACH = 12
/** How far a touch that hits none may be off, in pixels. */
const MISS = 24

/**
 * A finger is broader than a symbol. To a touch, each symbol is as large as WCAG 2.2 asks of a target
 * (2.5.8); where that leaves several in question, a sheet names them, and one more touch chooses.
 */
export class SymbolChooser {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   */
  constructor(map, symbols) {
    this.symbols = symbols
    this.sheet = query('.nearby', HTMLElement)
    this.finger = false
    /** @type {SymbolEntry[]} */
    this.hits = []
    const world = query('.world', HTMLElement)
    world.addEventListener('pointerdown', ({ pointerType }) => {
      this.finger = pointerType === 'touch'
    }, { capture: true })
    world.addEventListener('click', (event) => this.finger && this.onClick(event), {
      capture: true,
    })
    query('.close', HTMLElement, this.sheet).addEventListener('click', () => this.close())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close())
    map.on('click zoomstart', () => this.close())
    subscribe(['presence', ...FILTER_KEYS], () => this.close())
  }

  /**
   * Answer a touch: the one that is intended is chosen, several are named, none is left to the map.
   *
   * @param {MouseEvent} event
   */
  onClick(event) {
    this.hits = this.near(event)
    if (!this.hits.length) return
    event.stopPropagation()
    if (this.hits.length === 1) this.choose(this.hits[0])
    else this.open(this.hits)
  }

  /**
   * Those within reach of a touch, the nearest first; where it hits none, the nearest alone.
   *
   * @param {MouseEvent} event
   */
  near({ clientX, clientY }) {
    const ranked = this.symbols.visible().map((entry) => {
      const { left, right, top, bottom } = entry.button.getBoundingClientRect()
      const off = Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY)
      return { entry, off }
    }).filter(({ off }) => off <= MISS).sort((a, b) => a.off - b.off)
    const hit = ranked.filter(({ off }) => off <= REACH)
    return (hit.length ? hit : ranked.slice(0, 1)).map(({ entry }) => entry)
  }

  /** @param {SymbolEntry[]} entries */
  open(entries) {
    changeState({ presence: '' }, { step: true })
    const items = entries.map((entry) => {
      const { place } = entry
      const button = element('button', { type: 'button' }, symbolNode(place), labelNode(place))
      button.addEventListener('click', () => this.choose(entry))
      return element('li', {}, button)
    })
    query('ul', HTMLElement, this.sheet).replaceChildren(...items)
    this.sheet.hidden = false
    this.sheet.focus({ preventScroll: true })
    this.sheet.scrollIntoView({ block: 'nearest' })
  }

  /** @param {SymbolEntry} entry */
  choose({ button, place }) {
    button.focus({ preventScroll: true })
    changeState({ presence: place.id }, { step: true })
  }

  close() {
    if (this.sheet.contains(document.activeElement)) {
      this.hits[0].button.focus({ preventScroll: true })
    }
    this.sheet.hidden = true
  }
}
