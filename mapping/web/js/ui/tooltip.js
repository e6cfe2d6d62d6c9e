import { element } from '../dom.js'
import { textDirection } from '../messages.js'
import { labelNode } from '../presence-nodes.js'
import { subscribe } from '../store.js'

/** @import { LeafletMap } from '../map/leaflet.d.ts' */
/** @import { SymbolMark } from '../map/symbol-mark.js' */
/** @import { Symbols } from '../map/symbols.js' */

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
    const { pane } = symbols.display
    /** @param {Event} event */
    const show = ({ target }) => {
      const mark = pane.markOf(target)
      if (mark) this.show(mark)
    }
    /** @param {PointerEvent} event */
    const isWithin = ({ relatedTarget, target }) =>
      pane.markOf(target) === pane.markOf(relatedTarget)
    pane.element.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch' && !isWithin(event)) show(event)
    })
    pane.element.addEventListener('pointerout', (event) => isWithin(event) || hide())
    pane.element.addEventListener('focusin', show)
    // What loses the focus may be another symbol than the one under the pointer.
    pane.element.addEventListener('focusout', ({ target }) => {
      if (target instanceof Node && target.contains(this.tip)) hide()
    })
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
    subscribe(['presence'], hide)
  }

  /**
   * Stand over the symbol, within the map; under it where there is no room over it.
   *
   * @param {SymbolMark} mark
   */
  show(mark) {
    const { button, place } = mark
    const { style } = this.tip
    this.tip.dir = textDirection()
    this.tip.replaceChildren(place ? labelNode(place) : mark.name())
    this.tip.classList.remove('under')
    style.translate = ''
    button.append(this.tip)
    const [box, frame] = [this.tip.getBoundingClientRect(), this.frame.getBoundingClientRect()]
    this.tip.classList.toggle('under', box.top < frame.top)
    const aside = Math.max(0, frame.left - box.left) - Math.max(0, box.right - frame.right)
    style.translate = `calc(-50% + ${aside}px)`
  }
}
