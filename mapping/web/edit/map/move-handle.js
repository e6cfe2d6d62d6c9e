/** What one takes hold of to move a symbol: by mouse, finger or arrow keys. */
import { word } from '../words.js'

/** @import { LatLng } from '../../js/map/leaflet.d.ts' */
/** @import { EditedMap, MapWindow } from '../types.d.ts' */

const SIZE_PX = 44
/** Pixels that an arrow key moves it, and with Shift. */
const STEP_PX = 10
const FINE_PX = 1
const KEYS_CALM_MS = 500
const WAYS = { ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1] }
/** How near the edge of the map the map moves with it, and how fast, in pixels. */
const [EDGE_PX, SPEED_PX] = [50, 10]
const LOOK = {
  blockSize: `${SIZE_PX}px`,
  border: '3px dashed',
  borderRadius: '50%',
  boxSizing: 'border-box',
  cursor: 'move',
  inlineSize: `${SIZE_PX}px`,
  position: 'absolute',
  touchAction: 'none',
  translate: '-50% -50%',
}
/** What would move the map. */
const HOLDS = ['pointerdown', 'mousedown', 'touchstart', 'dblclick', 'click']

export class MoveHandle {
  /** @param {(point: [number, number]) => void} move */
  constructor(move) {
    this.move = move
    /** @type {MapWindow | undefined} */
    this.window = undefined
    /** @type {HTMLElement | undefined} */
    this.button = undefined
    /** @type {LatLng | undefined} */
    this.at = undefined
    /** @type {PointerEvent | undefined} where it is held */
    this.held = undefined
    /** @type {() => HTMLElement | undefined} its symbol, which a filter may make anew */
    this.symbol = () => undefined
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined
    this.hadFocus = false
  }

  /** @param {MapWindow} window whose map was loaded anew */
  connect(window) {
    this.window = window
    this.button = undefined
    window.map_world.on('zoom viewreset', () => this.stand())
  }

  /**
   * Stand around a place, or nowhere; its symbol, if it has one, goes there too.
   *
   * @param {LatLng | undefined} at
   * @param {() => HTMLElement | undefined} symbol
   */
  show(at, symbol) {
    this.symbol = symbol
    if (!at || !this.window) {
      this.button?.remove()
      this.button = undefined
      return
    }
    if (this.button && this.at?.lat === at.lat && this.at.lng === at.lng) return
    const isNew = !this.button
    this.at = at
    this.button ??= this.create(this.window)
    this.stand()
    if (!isNew) this.moveSymbol()
  }

  /** @param {MapWindow} window */
  create({ document, map_world: map }) {
    const button = document.createElement('div')
    button.className = 'leaflet-zoom-hide'
    Object.assign(button.style, LOOK)
    button.setAttribute('role', 'button')
    button.setAttribute('aria-label', word('move_handle'))
    button.tabIndex = 0
    for (const type of HOLDS) button.addEventListener(type, (event) => event.stopPropagation())
    button.addEventListener('pointerdown', (event) => {
      this.held = event
      button.setPointerCapture(event.pointerId)
    })
    button.addEventListener('pointermove', (event) => {
      if (!this.held) return
      this.held = event
      this.follow(map)
    })
    button.addEventListener('lostpointercapture', () => {
      const isMoved = this.held?.type === 'pointermove'
      this.held = undefined
      if (isMoved) this.drop()
    })
    button.addEventListener('keydown', (event) => this.handleKey(event))
    button.addEventListener('focus', () => this.hadFocus = true)
    button.addEventListener('blur', () => this.hadFocus = false)
    // Above every symbol: a finger that begins on the symbol in the ring takes hold of the ring.
    map.getPane('tooltipPane')?.append(button)
    if (this.hadFocus) button.focus({ preventScroll: true })
    return button
  }

  /**
   * Go where it is held; the map moves where that is near its edge.
   *
   * @param {EditedMap} map
   */
  follow(map) {
    if (!this.held) return
    const { left, top } = map.getContainer().getBoundingClientRect()
    const at = { x: this.held.clientX - left, y: this.held.clientY - top }
    const size = map.getSize()
    const beyond = { x: pastEdge(at.x, size.x), y: pastEdge(at.y, size.y) }
    if (beyond.x || beyond.y) {
      map.panBy([beyond.x * SPEED_PX, beyond.y * SPEED_PX], { animate: false })
      requestAnimationFrame(() => this.follow(map))
    }
    this.goTo(map.layerPointToLatLng(map.containerPointToLayerPoint(at)))
  }

  /** @param {LatLng} at */
  goTo(at) {
    this.at = at
    this.stand()
    this.moveSymbol()
  }

  /** Stand in its place on the map's layer. */
  stand() {
    if (this.button) this.put(this.button)
  }

  moveSymbol() {
    const symbol = this.symbol()
    if (symbol) this.put(symbol)
  }

  /** @param {HTMLElement} element */
  put({ style }) {
    if (!this.window || !this.at) return
    const { x, y } = this.window.map_world.latLngToLayerPoint(this.at)
    Object.assign(style, { left: `${x}px`, top: `${y}px` })
  }

  /** @param {KeyboardEvent} event */
  handleKey(event) {
    const way = WAYS[/** @type {keyof typeof WAYS} */ (event.key)]
    if (!way || !this.at || !this.window) return
    event.preventDefault()
    event.stopPropagation()
    const { map_world: map } = this.window
    const step = event.shiftKey ? FINE_PX : STEP_PX
    const { x, y } = map.latLngToLayerPoint(this.at)
    this.goTo(map.layerPointToLatLng([x + way[0] * step, y + way[1] * step]))
    clearTimeout(this.pending)
    this.pending = setTimeout(() => this.drop(), KEYS_CALM_MS)
  }

  drop() {
    if (this.at) this.move([this.at.lng, this.at.lat])
  }
}

/**
 * Return the way in which the map is left: -1, 0 or 1.
 *
 * @param {number} at
 * @param {number} size
 */
function pastEdge(at, size) {
  if (at < EDGE_PX) return -1
  return at > size - EDGE_PX ? 1 : 0
}
