/** @import { LeafletPoint } from './leaflet.d.ts' */

/**
 * A marker that is positioned in its pane and has no transform of its own, as Leaflet's have: browsers put a
 * hundred of these together again for every frame of a movement.
 */
export class SymbolMarker extends L.Marker {
  /**
   * Seen while the map is zoomed: its pane is moved.
   *
   * @override
   */
  _initIcon() {
    super._initIcon()
    this._icon.classList.remove('leaflet-zoom-hide')
  }

  /**
   * @override
   * @param {LeafletPoint} position
   */
  _setPos({ x, y }) {
    this._icon.style.left = `${x}px`
    this._icon.style.top = `${y}px`
    this._zIndex = y
    this._resetZIndex()
  }
}
