'use strict'

/**
 * Shows what is known of one presence: beside its symbol or, where the screen is narrow, on a sheet
 * under the map. Never over the symbol; focus goes there and comes back.
 */
class Details {
  static gap = 16

  constructor(map) {
    this.map = map
    this.panel = document.querySelector('.details')
    this.narrow = window.matchMedia('(max-width: 48rem)')
    this.panel.querySelector('button').addEventListener('click', () => this.close())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close())
    document.addEventListener('language', () => this.close())
    map.on('click', () => this.close())
    map.on('move zoomend resize', () => this.place())
  }

  open(entry) {
    this.close()
    this.entry = entry
    entry.button.classList.add('chosen')
    this.panel.lastElementChild.replaceChildren(...account(entry.place))
    this.panel.hidden = false
    this.place()
    this.panel.focus({ preventScroll: true })
  }

  /** Stand beside the symbol, on the side with more room; on a narrow screen, under the map. */
  place() {
    if (!this.entry) return
    const { gap, host } = { gap: Details.gap, host: this.narrow.matches ? '.foot' : '.stage' }
    if (!this.panel.parentElement.matches(host)) document.querySelector(host).prepend(this.panel)
    if (this.narrow.matches) return
    const { x, y } = this.map.latLngToContainerPoint(this.entry.marker.getLatLng())
    const { x: width, y: height } = this.map.getSize()
    const [wide, high] = [this.panel.offsetWidth, this.panel.offsetHeight]
    const left = x < width / 2 ? x + gap : x - gap - wide
    this.panel.style.left = `${Math.max(0, Math.min(width - wide, left))}px`
    this.panel.style.top = `${Math.max(0, Math.min(height - high, y - high / 2))}px`
  }

  close() {
    if (!this.entry) return
    const { button } = this.entry
    const inside = this.panel.contains(document.activeElement)
    this.entry = null
    this.panel.hidden = true
    button.classList.remove('chosen')
    if (inside) button.focus({ preventScroll: true })
  }
}
