import { isInDrawn } from './drawn-view.js'

/** @import { LeafletPoint } from './leaflet.d.ts' */

/** How much more than what is in view its element is large, on each side: all of its lines are drawn in any case. */
const BEYOND = 1

/** The layer of lines. It is made anew where the zoom is another, not after each short way. */
export class LineLayer extends L.SVG {
  constructor() {
    super({ padding: BEYOND })
    /** @type {LeafletPoint | undefined} */
    this.origin = undefined
  }

  /** @override */
  getEvents() {
    return { ...super.getEvents(), resize: this.renew }
  }

  /** Where the size of the map is another, Leaflet reckons the layer's place by that. */
  renew() {
    this.origin = undefined
    this._update()
  }

  /** @override */
  _update() {
    if (isInDrawn(this)) return
    super._update()
    if (!this._map._animatingZoom) this.origin = this._map.getPixelOrigin()
  }
}
