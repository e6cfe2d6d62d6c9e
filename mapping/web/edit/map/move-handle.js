/** What one takes hold of to move a symbol: by mouse, finger or arrow keys. */
import { word } from '../words.js'

/** @import { LatLng } from '../../js/map/leaflet.d.ts' */
/** @import { EditedMarker, MapWindow } from '../types.d.ts' */

const SIZE_PX = 44
/** Pixels that an arrow key moves it, and with Shift. */
const STEP_PX = 10
const FINE_PX = 1
/** Above every symbol: a finger that begins on the symbol in the ring takes hold of the ring. */
const ABOVE = 10_000
const KEYS_CALM_MS = 500
const WAYS = { ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1] }
const LOOK = {
  border: '3px dashed',
  borderRadius: '50%',
  boxSizing: 'border-box',
  cursor: 'move',
  touchAction: 'none',
}

export class MoveHandle {
  /** @param {(point: [number, number]) => void} move */
  constructor(move) {
    this.move = move
    /** @type {MapWindow | undefined} */
    this.window = undefined
    /** @type {EditedMarker | undefined} */
    this.marker = undefined
    /** @type {EditedMarker | undefined} */
    this.symbol = undefined
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined
    this.hadFocus = false
  }

  /** @param {MapWindow} window whose map was loaded anew */
  connect(window) {
    this.window = window
    this.marker = undefined
  }

  /**
   * Stand around a place, or nowhere; its symbol, if it has one, goes there too.
   *
   * @param {LatLng | undefined} at
   * @param {EditedMarker | undefined} symbol
   */
  show(at, symbol) {
    this.symbol = symbol
    if (!at || !this.window) {
      this.marker?.remove()
      this.marker = undefined
      return
    }
    this.marker ??= this.create(this.window, at)
    const before = this.marker.getLatLng()
    if (before.lat === at.lat && before.lng === at.lng) return
    this.marker.setLatLng(at)
    symbol?.setLatLng(at)
  }

  /**
   * @param {MapWindow} window
   * @param {LatLng} at
   */
  create(window, at) {
    const icon = window.L.divIcon({
      className: '',
      iconAnchor: [SIZE_PX / 2, SIZE_PX / 2],
      iconSize: [SIZE_PX, SIZE_PX],
    })
    const marker = window.L.marker(at, {
      autoPan: true,
      draggable: true,
      icon,
      keyboard: true,
      zIndexOffset: ABOVE,
    })
    marker.addTo(window.map_world)
    const button = marker.getElement?.()
    if (!button) throw new TypeError('the handle is not on the map')
    Object.assign(button.style, LOOK)
    button.setAttribute('role', 'button')
    button.setAttribute('aria-label', word('move_handle'))
    button.addEventListener('keydown', (event) => this.handleKey(event))
    button.addEventListener('focus', () => this.hadFocus = true)
    button.addEventListener('blur', () => this.hadFocus = false)
    marker.on('drag', () => this.symbol?.setLatLng(marker.getLatLng()))
    marker.on('dragend', () => this.drop())
    if (this.hadFocus) button.focus({ preventScroll: true })
    return marker
  }

  /** @param {KeyboardEvent} event */
  handleKey(event) {
    const way = WAYS[/** @type {keyof typeof WAYS} */ (event.key)]
    const { marker, window } = this
    if (!way || !marker || !window) return
    event.preventDefault()
    event.stopPropagation()
    const { map_world: map } = window
    const step = event.shiftKey ? FINE_PX : STEP_PX
    const { x, y } = map.latLngToLayerPoint(marker.getLatLng())
    const at = map.layerPointToLatLng([x + way[0] * step, y + way[1] * step])
    marker.setLatLng(at)
    this.symbol?.setLatLng(at)
    clearTimeout(this.pending)
    this.pending = setTimeout(() => this.drop(), KEYS_CALM_MS)
  }

  drop() {
    const at = this.marker?.getLatLng()
    if (at) this.move([at.lng, at.lat])
  }
}
