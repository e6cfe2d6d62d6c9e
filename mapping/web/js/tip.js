'use strict'

/**
 * The name of the symbol under the pointer or with the focus. As WCAG 1.4.13 asks, it stays while it is
 * hovered itself, for it is part of the symbol, and Escape takes it away.
 */
class Tip {
  constructor(map, symbols) {
    this.frame = map.getContainer()
    this.tip = element('span', { class: 'tip', role: 'tooltip' })
    const hide = () => this.tip.remove()
    for (const entry of symbols.entries) {
      entry.button.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'touch' || this.show(entry))
      entry.button.addEventListener('focus', () => this.show(entry))
      entry.button.addEventListener('pointerleave', hide)
      entry.button.addEventListener('blur', hide)
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
    document.addEventListener('language', hide)
    onState(['presence'], hide)
  }

  /** Stand over the symbol, within the map; under it where there is no room over it. */
  show({ button, place }) {
    const { style } = this.tip
    this.tip.dir = Words.direction
    this.tip.replaceChildren(label(place))
    this.tip.classList.remove('under')
    style.translate = ''
    button.append(this.tip)
    const [box, frame] = [this.tip.getBoundingClientRect(), this.frame.getBoundingClientRect()]
    this.tip.classList.toggle('under', box.top < frame.top)
    const aside = Math.max(0, frame.left - box.left) - Math.max(0, box.right - frame.right)
    style.translate = `calc(-50% + ${aside}px)`
  }
}
