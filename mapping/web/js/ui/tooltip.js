import { element } from '../dom.js'
import { textDirection } from '../messages.js'
import { labelNode } from '../presence-nodes.js'
import { subscribe } from '../store.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolEntry, Symbols } from '../map/symbols.js' */

/**
 * The name of the symbol under the pointer or with the focus. As WCAG 1.4.13 asks, it stays while it is
 * hovered itself, for it is part of the symbol, and Escape takes it away.
 */
export class Tooltip {
  /**
   * @param {LeafletMap} map
   * @param {Symbols} symbols
   */
  constructor(map, symbols) {
    this.frame = map.getContainer()
    this.tip = element('span', { class: 'tip', role: 'tooltip' })
    const hide = () => this.tip.remove()
    for (const entry of symbols.entries) {
      entry.button.addEventListener('pointerenter', ({ pointerType }) => {
        if (pointerType !== 'touch') this.show(entry)
      })
      entry.button.addEventListener('focus', () => this.show(entry))
      entry.button.addEventListener('pointerleave', hide)
      entry.button.addEventListener('blur', hide)
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
    subscribe(['presence'], hide)
  }

  /**
   * Stand over the symbol, within the map; under it where there is no room over it.
   *
   * @param {SymbolEntry} entry
   */
  show({ button, place }) {
    const { style } = this.tip
    this.tip.dir = textDirection()
    this.tip.replaceChildren(labelNode(place))
    this.tip.classList.remove('under')
    style.translate = ''
    button.append(this.tip)
    const [box, frame] = [this.tip.getBoundingClientRect(), this.frame.getBoundingClientRect()]
    this.tip.classList.toggle('under', box.top < frame.top)
    const aside = Math.max(0, frame.left - box.left) - Math.max(0, box.right - frame.right)
    style.translate = `calc(-50% + ${aside}px)`
  }
}
