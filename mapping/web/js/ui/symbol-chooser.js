import { element, query } from '../dom.js'
import { whenIdle } from '../idle.js'
import { format } from '../messages.js'
import { labelNode, symbolNode } from '../presence-nodes.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { symbolText } from '../pure/presence-text.js'
import { changeState, subscribe } from '../store.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolMark } from '../map/symbol-mark.js' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */
/** @import { MapViewport } from '../map/viewport.js' */

/** Half of the least target, in pixels. */
const REACH = 12
/** How far a touch that hits none may be off, in pixels. */
const MISS = 24
/** So many are named at once, more than a sheet shows, and so many at a time of the others. */
const [NAMED_AT_ONCE, NAMED_AT_A_TIME] = [40, 100]

/**
 * What happens where a symbol or circle is chosen. A presence is; of several in one circle the view comes
 * nearer until they are apart, and where no view shows them apart, a sheet names them.
 *
 * A finger is broader than a symbol. To a touch, each symbol is as large as WCAG 2.2 asks of a target
 * (2.5.8); where that leaves several in question, the sheet names them, and one more touch chooses.
 */
export class SymbolChooser {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   * @param {MapViewport} viewport
   */
  constructor(map, symbols, viewport) {
    this.symbols = symbols
    this.viewport = viewport
    this.sheet = query('.nearby', HTMLElement)
    this.finger = false
    this.callOff = () => {}
    /** @type {SymbolEntry | undefined} that the sheet begins with */
    this.first = undefined
    const world = query('.world', HTMLElement)
    world.addEventListener('pointerdown', ({ pointerType }) => {
      this.finger = pointerType === 'touch'
    }, { capture: true })
    world.addEventListener('click', (event) => this.finger && this.onClick(event), {
      capture: true,
    })
    query('.close', HTMLElement, this.sheet).addEventListener('click', () => this.close())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.dismiss())
    map.on('click zoomstart', () => this.close())
    subscribe(['presence', ...FILTER_KEYS], () => this.close())
  }

  /**
   * Answer a touch: what is intended is chosen, several are named, none is left to the map.
   *
   * @param {MouseEvent} event
   */
  onClick(event) {
    const hits = this.near(event)
    if (!hits.length) return
    event.stopPropagation()
    const singles = hits.filter(({ place }) => place)
    if (hits[0].place && singles.length > 1) this.open(singles.flatMap(({ entries }) => entries))
    else this.choose(hits[0])
  }

  /**
   * Those within reach of a touch, the nearest first; where it hits none, the nearest alone.
   *
   * @param {MouseEvent} event
   */
  near({ clientX, clientY }) {
    const ranked = [...this.symbols.drawn].map((mark) => {
      const { left, right, top, bottom, width } = mark.button.getBoundingClientRect()
      const off = Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY)
      return { mark, off, reach: Math.max(REACH, mark.place ? 0 : width / 2) }
    }).filter(({ off }) => off <= MISS).sort((a, b) => a.off - b.off)
    const hit = ranked.filter(({ off, reach }) => off <= reach)
    return (hit.length ? hit : ranked.slice(0, 1)).map(({ mark }) => mark)
  }

  /**
   * Choose a presence, or come nearer to several until they are apart.
   *
   * @param {SymbolMark} mark
   */
  choose({ entries, place }) {
    if (place) {
      changeState({ presence: place.id }, { step: true })
      return
    }
    const zoom = this.symbols.display.arrangement.zoomApart(entries)
    if (zoom) this.viewport.show(entries.map(({ anchor }) => anchor), zoom)
    else this.open(entries)
  }

  /** @param {SymbolEntry[]} entries */
  open(entries) {
    changeState({ presence: '' }, { step: true })
    query('ul', HTMLElement, this.sheet).replaceChildren()
    this.name(entries)
    this.first = entries[0]
    this.sheet.hidden = false
    this.sheet.focus({ preventScroll: true })
    this.sheet.scrollIntoView({ block: 'nearest' })
  }

  /**
   * Name places in the sheet, from a number on: of many some at once, and the others as soon as the browser has
   * time. Which of how many each is can be heard before all are there.
   *
   * @param {SymbolEntry[]} entries
   * @param {number} [start]
   */
  name(entries, start = 0) {
    this.callOff()
    const end = start + (start ? NAMED_AT_A_TIME : NAMED_AT_ONCE)
    const items = entries.slice(start, end).map((entry, i) => {
      const { place } = entry
      const says = { 'aria-label': symbolText(place, format), type: 'button' }
      const button = element('button', says, symbolNode(place), labelNode(place))
      button.addEventListener('click', () => this.chooseNamed(entry))
      const at = { 'aria-posinset': `${start + i + 1}`, 'aria-setsize': `${entries.length}` }
      return element('li', entries.length > NAMED_AT_ONCE ? at : {}, button)
    })
    query('ul', HTMLElement, this.sheet).append(...items)
    if (end < entries.length) this.callOff = whenIdle(() => this.name(entries, end))
  }

  /** @param {SymbolEntry} entry */
  chooseNamed(entry) {
    this.symbols.seek(entry)?.button.focus({ preventScroll: true })
    changeState({ presence: entry.place.id }, { step: true })
  }

  /** Close by a key: the focus goes back even where a screen reader that read on has taken it away. */
  dismiss() {
    if (document.activeElement === document.body) this.sheet.focus({ preventScroll: true })
    this.close()
  }

  close() {
    this.callOff()
    if (this.sheet.contains(document.activeElement)) {
      this.symbols.markOf(this.first)?.button.focus({ preventScroll: true })
    }
    this.sheet.hidden = true
  }
}
