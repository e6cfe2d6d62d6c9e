import { hasCoarsePointer, isEmbedded, prefersReducedMotion, scrollBehavior } from '../media.js'
import { onceAtATime } from '../once-at-a-time.js'
import { changeState, getState, subscribe } from '../store.js'
import { allowDragging } from './dragging.js'
import { FigureGauge } from './text-size.js'
import { MapHeight } from './map-height.js'
import { closeViewOf, isAt, isInView, nearView, viewFrom, viewText } from './views.js'
import { whenStill } from './when-still.js'
import { worldFrame } from './world-frame.js'

/** @import { LatLng, LeafletMap, LeafletPoint } from './leaflet.d.ts' */

/** Pixels around the whole world. */
const MARGIN = 12

/** What part of the world is in view. All fitting and all limits are counted in projected pixels. */
export class MapViewport {
  /**
   * @param {LeafletMap} map
   * @param {LeafletPoint[]} points of all places, of the world at zoom 0
   */
  constructor(map, points) {
    this.map = map
    this.points = points
    this.frame = worldFrame(map)
    this.height = new MapHeight(map, this.frame)
    // In a frame one finger scrolls the host's page; two move and zoom the map.
    this.oneFingerScrolls = isEmbedded() && hasCoarsePointer()
    /** The zoom for which all was measured. */
    this.zoom = NaN
    /** The zoom of the world's view. */
    this.worldZoom = 0
    /** Size of a symbol in pixels. */
    this.symbolSize = 0
    this.allowDragging = allowDragging(map, () => this.showsAll() || this.oneFingerScrolls)
    this.figures = new FigureGauge(map.getContainer(), () => this.notify())
    /** @type {(() => void)[]} */
    this.listeners = []
    // Where nothing is animated, two fingers end a zoom and Leaflet does not say so.
    map.on('zoomend moveend', () => {
      if (this.zoom === map.getZoom()) return
      this.measure(false)
      this.notify()
    })
    map.on('resize', () => {
      this.resize()
      this.notify()
    })
    this.begin()
    map.setMaxBounds(this.frame)
    this.restore()
    // A view that is set first ends the movement that went before.
    map.on('moveend', onceAtATime(() => this.hold()))
    whenStill(map, () => changeState({ view: this.text() }))
    subscribe(['view'], () => this.restore())
  }

  /**
   * Call back whenever scale or size have changed, and the size of a symbol is known again.
   *
   * @param {() => void} listener
   */
  onScale(listener) {
    this.listeners.push(listener)
  }

  notify() {
    for (const listen of this.listeners) listen()
  }

  showsWorld() {
    return this.map.getZoom() <= this.worldZoom + 0.01
  }

  /** Whether all of the world is in view, so that there is nothing to move to. */
  showsAll() {
    return this.map.getZoom() <= this.map.getMinZoom() + 0.01
  }

  /**
   * Make the zoom that shows the whole world the smallest one; a hidden map has none. In a frame that is higher
   * than wide, and on a telephone held upright, the world's view fills the height. The size of a symbol is asked
   * for here, where the browser has just worked out the styles.
   */
  fit() {
    const { x, y } = this.map.getSize()
    this.measure()
    if (Math.min(x, y) <= 2 * MARGIN) return
    // Not setMinZoom: that would start a zoom of its own, and the map would still move when ready.
    this.map.options.minZoom = -Infinity // else the world could never again be smaller than it was
    const whole = this.map.getBoundsZoom(this.frame, false, L.point(MARGIN, MARGIN))
    this.map.options.minZoom = whole
    this.worldZoom = this.height.isHigh()
      ? this.map.getBoundsZoom(this.frame, true, L.point(0, 0))
      : whole
  }

  /**
   * What depends on how near the view is: dragging, the size of a symbol, a telephone's map's height.
   *
   * @param {boolean} [anew] also where the view is of the same kind as before: to ask makes the browser work
   */
  measure(anew = true) {
    this.zoom = this.map.getZoom()
    if (anew) this.allowDragging()
    const world = this.showsWorld() && !this.height.isRising
    const all = world && this.showsAll()
    const kind = { near: !world, sideways: world && !all, all: all && this.height.mayBeLow() }
    if (!this.height.take(kind) && !anew) return
    this.symbolSize = Number.parseFloat(
      getComputedStyle(this.map.getContainer()).getPropertyValue('--symbol'),
    )
  }

  resize() {
    const [atBeginning, atWorld] = [this.showsBeginning(), this.showsWorld()]
    this.map.stop()
    this.fit()
    if (this.height.isRising) return
    if (atBeginning) this.begin()
    else if (atWorld) this.whole()
    else if (this.showsWorld()) {
      this.map.setView(this.map.getCenter(), this.worldZoom, { animate: false })
    }
  }

  /**
   * Whether a symbol is wholly in view.
   *
   * @param {LatLng} middle
   */
  holds(middle) {
    return isInView(this.map, middle, this.symbolSize / 2)
  }

  /**
   * Bring a view whose middle is beyond the world's curved edge back to it, and one between all of the world
   * and as much as a telephone's map is high for to the nearer of both: there would be empty paper.
   */
  hold() {
    const { map, worldZoom } = this
    const [centre, least, zoom] = [map.getCenter(), map.getMinZoom(), map.getZoom()]
    const held = L.latLng(centre.lat, map.options.crs.equalEarth.clampLongitude(centre.lng))
    if (zoom > least + 0.01 && zoom < worldZoom - 0.01 && !isEmbedded()) {
      if (zoom < (least + worldZoom) / 2) this.whole()
      else map.setView(held, worldZoom, { animate: false })
    } else if (map.project(held).distanceTo(map.project(centre)) > 2) {
      map.setView(held, zoom, { animate: false })
    }
  }

  /** Show what the page opens with: the world, or, much nearer, where all places are. */
  begin() {
    this.fit()
    const near = () => nearView(this.map, this.points, this.worldZoom)
    this.near = near()
    if (this.near && this.near.zoom > this.worldZoom && this.height.rise()) this.near = near()
    const { centre, zoom } = this.near ?? { centre: this.frame.getCenter(), zoom: this.worldZoom }
    this.map.setView(centre, zoom, { animate: false })
  }

  showsBeginning() {
    return this.near ? isAt(this.map, this.near) : this.showsWorld()
  }

  /** Show all of the world, however small, in the height that its map has: at once, so that no label moves after. */
  whole() {
    this.fit()
    this.map.setView(this.frame.getCenter(), this.map.getMinZoom(), { animate: false })
    this.height.follow()
  }

  /**
   * @param {LatLng[]} anchors shown as near as they all fit with room for their labels
   * @param {number} [least] zoom
   */
  show(anchors, least = -Infinity) {
    this.height.rise()
    const { centre, zoom } = closeViewOf(this.map, anchors)
    this.map.setView(centre, Math.max(least, zoom), { animate: !prefersReducedMotion() })
  }

  /**
   * Bring one place into view, near enough to distinguish it from its neighbours.
   *
   * @param {LatLng} anchor
   */
  approach(anchor) {
    this.height.rise()
    const zoom = Math.max(this.map.getZoom(), this.map.getMinZoom() + 2)
    this.map.setView(anchor, zoom, { animate: !prefersReducedMotion() })
  }

  /** The view as the address has it. */
  text() {
    return this.showsBeginning() ? '' : viewText(this.map)
  }

  restore() {
    const { view } = getState()
    if (view === this.text()) return
    if (!view) {
      this.begin()
      return
    }
    this.height.rise()
    const { centre, zoom } = viewFrom(this.map, view)
    this.map.setView(centre, zoom, { animate: false })
    this.measure()
  }

  /** Scroll the page so that the map is in view. */
  scrollIntoView() {
    this.map.getContainer().scrollIntoView({ behavior: scrollBehavior(), block: 'nearest' })
  }
}
