/**
 * The map of the draft in a frame: the page as a build writes it, with nothing in it for editing. What it
 * shows is in its address, as for any reader; its symbols are those of its own map.
 */
import { addressParameters } from '../../js/pure/address.js'
import { pageLanguage } from '../words.js'
import { FramedPage } from './framed-page.js'
import { MoveHandle } from './move-handle.js'

/** @import { EditedMap, Row } from '../types.d.ts' */

/** Before the map is loaded again, at the least: what is typed in one go is one change of it. */
const CALM_MS = 600
/** How much of the time that loading it took is waited: one that is heavy does not disturb who types. */
const CALM_PART = 0.5
/** How near the map goes to a presence, in doublings above the whole world. */
const NEAR = 2

export class MapFrame {
  /**
   * @param {HTMLIFrameElement} frame
   * @param {{
   *   choose: (id: string) => void,
   *   key: (event: KeyboardEvent) => void,
   *   move: (point: [number, number]) => void,
   * }} listeners what is chosen on the map; what is pressed there; where its symbol is moved to, longitude
   * before latitude
   */
  constructor(frame, { choose, key, move }) {
    this.page = new FramedPage(frame, () => this.connect())
    this.choose = choose
    this.key = key
    this.handle = new MoveHandle(move)
    /** @type {Row | undefined} */
    this.row = undefined
    this.id = ''
    /** @type {string | undefined} the key of the row that was brought into view */
    this.seen = undefined
    this.begun = 0
    /** How long the map took to load. */
    this.took = 0
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pending = undefined
    /** @type {((point: [number, number]) => void) | undefined} */
    this.placing = undefined
    this.page.open(`map.html?lang=${pageLanguage}`)
  }

  get window() {
    return this.page.window
  }

  get ready() {
    return this.page.ready
  }

  /** @returns {EditedMap} */
  get map() {
    return this.window.map_world
  }

  /** Follow what is chosen on the map that is shown from now on. */
  connect() {
    if (this.begun) this.took = performance.now() - this.begun
    this.window.addEventListener('keydown', this.key)
    const watching = new MutationObserver(() => this.noteChoice())
    watching.observe(this.window.document.documentElement, { attributeFilter: ['data-state'] })
    const container = this.map.getContainer()
    container.addEventListener('click', (event) => this.place(event), { capture: true })
    this.setPlacing(this.placing)
    this.handle.connect(this.window)
    if (this.row) this.show(this.row, this.id)
  }

  noteChoice() {
    const state = this.window.document.documentElement.dataset.state
    const chosen = new URLSearchParams(state).get('presence') ?? ''
    if (chosen && chosen !== this.id) {
      this.id = chosen
      this.choose(chosen)
    }
  }

  /** Load the map again, in the state that it has, once nothing more is changed for a while. */
  reload() {
    clearTimeout(this.pending)
    this.pending = setTimeout(() => {
      this.begun = performance.now()
      this.page.reload()
    }, Math.max(CALM_MS, CALM_PART * this.took))
  }

  /**
   * Show a row: its place in view, its symbol where it is by now.
   *
   * @param {Row | undefined} row
   * @param {string} id that the page knows it by
   */
  show(row, id) {
    this.row = row
    this.id = id
    if (!this.ready) return
    if (row && row.key !== this.seen) this.goTo(row, id)
    this.seen = row?.key
    this.page.lift(id)
    this.handle.show(
      row?.point ? this.latLng(row.point) : undefined,
      () => this.page.symbolOf(id),
    )
  }

  /**
   * @param {Row} row
   * @param {string} id
   */
  goTo({ point }, id) {
    const { location } = this.window
    const address = new URL(location.href)
    const shown = addressParameters(location)
    // Details of this row stay open; its own would cover the map, and say what is in the form.
    if (shown.get('presence') !== id) address.searchParams.delete('presence')
    if (point && !this.isInView(point)) {
      const doublings = Math.max(Number(shown.get('view')?.split('/')[0] ?? 0), NEAR)
      address.searchParams.set('view', [doublings, point[1], point[0]].join('/'))
    }
    this.page.follow(address)
  }

  /** Bring the map into view, and close the details that may cover it. */
  uncover() {
    const address = new URL(this.window.location.href)
    address.searchParams.delete('presence')
    this.page.follow(address)
    this.map.getContainer().scrollIntoView({ block: 'center' })
  }

  /** @param {[number, number]} point */
  isInView(point) {
    const { x, y } = this.map.latLngToContainerPoint(this.latLng(point))
    const size = this.map.getSize()
    return x > 0 && y > 0 && x < size.x && y < size.y &&
      this.map.getZoom() > this.map.getMinZoom() + 1
  }

  /** @param {[number, number]} point */
  latLng([longitude, latitude]) {
    const { equalEarth } = this.map.options.crs
    return this.window.L.latLng(latitude, equalEarth.wrapLongitude(longitude))
  }

  /**
   * Take the next click on the map for a place, and give its longitude and latitude; without a listener, no more.
   *
   * @param {((point: [number, number]) => void) | undefined} listener
   */
  setPlacing(listener) {
    this.placing = listener
    if (!this.ready) return
    this.map.getContainer().style.cursor = listener ? 'crosshair' : ''
    if (listener) this.uncover()
  }

  /** @param {MouseEvent} event */
  place(event) {
    const { placing } = this
    if (!placing) return
    event.preventDefault()
    event.stopPropagation()
    const { left, top } = this.map.getContainer().getBoundingClientRect()
    const at = this.map.containerPointToLayerPoint([event.clientX - left, event.clientY - top])
    const { lat, lng } = this.map.layerPointToLatLng(at)
    this.setPlacing(undefined)
    placing([lng, lat])
  }
}
