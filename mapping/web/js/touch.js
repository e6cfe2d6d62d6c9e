'use strict'

/**
 * A finger is broader than a symbol. To a touch, each symbol is as large as WCAG 2.2 asks of a target
 * (2.5.8); where that leaves several in question, a sheet names them, and one more touch chooses.
 */
class Touch {
  /** Half of the least target, and how far a touch that hits none may be off, in pixels. */
  static reach = 12
  static miss = 24

  constructor(map, symbols) {
    this.symbols = symbols
    this.sheet = document.querySelector('.nearby')
    this.world = map.getContainer().parentElement
    const mind = ({ pointerType }) => { this.finger = pointerType === 'touch' }
    this.world.addEventListener('pointerdown', mind, { capture: true })
    this.world.addEventListener('click', (event) => this.finger && this.meet(event), { capture: true })
    this.sheet.querySelector('.close').addEventListener('click', () => this.close())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close())
    map.on('click zoomstart', () => this.close())
    onState(['presence', ...Filter.parts], () => this.close())
    document.addEventListener('language', () => this.sheet.hidden || this.offer(this.hits))
  }

  /** Answer a touch: the one that is meant is chosen, several are named, none is left to the map. */
  meet(event) {
    this.hits = this.near(event)
    if (!this.hits.length) return
    event.stopPropagation()
    if (this.hits.length === 1) this.choose(this.hits[0])
    else this.offer(this.hits)
  }

  /** Those within reach of a touch, the nearest first; where it hits none, the nearest alone. */
  near({ clientX, clientY }) {
    const { miss, reach } = Touch
    const ranked = this.symbols.shown().map((entry) => {
      const { left, right, top, bottom } = entry.button.getBoundingClientRect()
      return { entry, off: Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY) }
    }).filter(({ off }) => off <= miss).sort((a, b) => a.off - b.off)
    const hit = ranked.filter(({ off }) => off <= reach)
    return (hit.length ? hit : ranked.slice(0, 1)).map(({ entry }) => entry)
  }

  offer(entries) {
    State.change({ presence: '' }, { step: true })
    const items = entries.map((entry) => {
      const button = element('button', { type: 'button' }, symbol(entry.place), label(entry.place))
      button.addEventListener('click', () => this.choose(entry))
      return element('li', {}, button)
    })
    this.sheet.querySelector('ul').replaceChildren(...items)
    this.sheet.hidden = false
    this.sheet.focus({ preventScroll: true })
    this.sheet.scrollIntoView({ block: 'nearest' })
  }

  choose({ button, place }) {
    button.focus({ preventScroll: true })
    State.change({ presence: place.id }, { step: true })
  }

  close() {
    if (this.sheet.contains(document.activeElement)) this.hits[0].button.focus({ preventScroll: true })
    this.sheet.hidden = true
  }
}
