import { query, toggleClasses } from '../dom.js'
import { telephone, upright } from '../media.js'

/** @import { LatLngBounds, LeafletMap } from './leaflet.d.ts' */

/** Of its width, how high a telephone's map is at least, but for all of the world (see phone.css). */
const LOWEST = 0.6

/** How high the map is, which on a screen that is held upright depends on what is in view (see phone.css). */
export class MapHeight {
  /**
   * @param {LeafletMap} map
   * @param {LatLngBounds} frame of the world
   */
  constructor(map, frame) {
    this.map = map
    this.frame = frame
    this.container = map.getContainer()
    this.element = query('.world', HTMLElement)
    /** Whether the map has the height of a near view that is about to be set. */
    this.isRising = false
    new ResizeObserver(() => this.follow()).observe(this.container)
    map.on('moveend', () => this.reach())
  }

  /**
   * Be as high as for a kind of view; return whether it is another than before.
   *
   * @param {Record<'near' | 'sideways' | 'all', boolean>} kind
   */
  take(kind) {
    const isAnother = toggleClasses(this.container, kind)
    this.reach()
    return isAnother
  }

  /** Let a map that becomes higher come no further than the world does, whose end would else be moved down. */
  reach() {
    if (!upright.matches) return
    const { y } = this.map.latLngToContainerPoint(this.frame.getSouthWest())
    const isNear = this.container.classList.contains('near')
    this.setReach(isNear ? `${Math.max(y, this.map.getSize().y)}px` : '')
  }

  /** @param {string} reach how high the map may be, no higher than for all of the world if it is empty */
  setReach(reach) {
    this.element.style.setProperty('--reach', reach)
  }

  /**
   * Take the size of the element. Where a zoom has made it higher, all in view stays where it is on the screen:
   * what was zoomed to is under the finger still.
   */
  follow() {
    const { clientWidth, clientHeight, classList } = this.container
    const { x, y } = this.map.getSize()
    const isRisen = classList.contains('near') && clientWidth === x && clientHeight > y
    this.map.invalidateSize({ animate: false, pan: !isRisen })
  }

  /** Whether the world's view is as high as the map: on a telephone, however low, and in a high frame. */
  isHigh() {
    const { x, y } = this.map.getSize()
    return y > x * (telephone.matches ? LOWEST : 1)
  }

  /** Whether the map is high, or was so until it showed all of the world: then it is no higher. */
  mayBeLow() {
    return this.isHigh() || this.container.classList.contains('all')
  }

  /** Let the map be as high as it is in near views, for which the next is reckoned; return whether it was not. */
  rise() {
    if (!upright.matches) return false
    const { y } = this.map.getSize()
    this.isRising = true
    this.setReach('100vi')
    this.container.classList.remove('all')
    this.container.classList.add('near')
    this.map.invalidateSize({ animate: false })
    this.isRising = false
    return this.map.getSize().y !== y
  }
}
