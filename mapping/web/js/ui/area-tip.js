import { element, query, queryAll } from '../dom.js'
import { format, textDirection } from '../messages.js'

/** @import { Basemap, Extent } from '../map/basemap.js' */
/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { Point } from '../types.d.ts' */

/** Milliseconds that a pointer rests before it is told what it rests on. */
const REST_MS = 120
/** Pixels between the pointer and what it is told. */
const GAP = 14
/** Statuses that the legend explains, and a name alone does not tell. */
const STATUSES = ['territory', 'undetermined']

/**
 * What the map shows under a pointer that rests, or where a finger touches: the name of the country or
 * territory, its status and its standing notes. Escape takes it away, as does any movement of the map.
 */
export class AreaTip {
  /**
   * @param {LeafletMap} map
   * @param {Basemap} basemap
   */
  constructor(map, basemap) {
    this.map = map
    this.basemap = basemap
    this.frame = query('.world', HTMLElement)
    this.tip = element('div', { 'aria-hidden': 'true', class: 'area-tip', dir: textDirection() })
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined
    const container = map.getContainer()
    container.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch') return
      this.hide()
      if (!event.buttons) this.timer = setTimeout(() => this.tell(event), REST_MS)
    })
    container.addEventListener('click', (event) => this.tell(event))
    container.addEventListener('pointerleave', () => this.hide())
    map.on('movestart zoomstart', () => this.hide())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide())
  }

  hide() {
    clearTimeout(this.timer)
    this.tip.remove()
  }

  /** @param {MouseEvent} event */
  tell({ clientX, clientY, target }) {
    this.hide()
    if (!(target instanceof Element) || target.closest('[role=button], button, a')) return
    const { left, top } = this.map.getContainer().getBoundingClientRect()
    const point = { x: clientX - left, y: clientY - top }
    const area = this.basemap.areaAt(point)
    const lines = area ? describe(area) : []
    if (!lines.length) return
    this.tip.replaceChildren(...lines.map((line) => element('p', {}, line)))
    this.frame.append(this.tip)
    this.place(point)
  }

  /**
   * Stand under the pointer and after it, or over it and before it where there is no room.
   *
   * @param {Point} point
   */
  place({ x, y }) {
    const { height, width } = this.tip.getBoundingClientRect()
    const size = this.map.getSize()
    const right = x + GAP + width <= size.x ? x + GAP : Math.max(0, x - GAP - width)
    const down = y + GAP + height <= size.y ? y + GAP : Math.max(0, y - GAP - height)
    this.tip.style.translate = `${right}px ${down}px`
  }
}

/**
 * Return what is known of an area: its name, if it has one, its status, and the notes on it.
 *
 * @param {Extent} area
 */
function describe({ code, fill, name }) {
  const notes = queryAll('[data-note-areas]', HTMLElement)
    .filter(({ dataset }) => dataset.noteAreas?.split(' ').includes(code))
    .map(({ textContent }) => textContent?.trim() ?? '')
  const status = STATUSES.includes(fill) ? [format(`legend.${fill}`)] : []
  const told = fill === 'territory' ? notes.filter((note) => !note.startsWith('*')) : notes
  return [...(name ? [format(`country.${name}`)] : []), ...status, ...told]
}
