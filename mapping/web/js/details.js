'use strict'

/**
 * Shows what is known of one presence: beside its symbol or, where the screen is narrow, on a sheet
 * under the map. Never over the symbol; focus goes there and comes back.
 */
class Details {
  static gap = 16

  constructor(map, symbols, view) {
    this.map = map
    this.symbols = symbols
    this.view = view
    this.panel = document.querySelector('.details')
    this.narrow = window.matchMedia('(max-width: 48rem)')
    const close = () => State.change({ presence: '' }, { step: true })
    this.panel.querySelector('.close').addEventListener('click', close)
    for (const button of this.panel.querySelectorAll('[data-step]')) {
      button.addEventListener('click', () => this.step(Number(button.dataset.step)))
    }
    this.panel.querySelector('.in-list').addEventListener('click', () => this.list())
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && !document.querySelector('dialog[open]') && close())
    map.on('click', close)
    map.on('move zoomend resize', () => this.place())
    onState(['presence'], () => this.follow())
    onState(Filter.parts, () => this.entry && (this.entry.button.hidden ? close() : this.fill()))
    document.addEventListener('language', () => this.entry && this.fill())
    // A frame that opens with a presence does not take the focus from the host's page.
    this.quiet = document.documentElement.matches('.embed')
    this.follow()
    this.quiet = false
  }

  /** Open or close, as the state says. */
  follow() {
    const entry = this.symbols.byId.get(State.get().presence)
    if (entry && !entry.button.hidden) this.open(entry)
    else this.close()
  }

  /** Go to the next or the previous presence of those that are shown, in the order of the list. */
  step(by) {
    const places = Order.shown()
    const at = places.findIndex(({ id }) => id === this.entry.place.id)
    const { id } = places[(at + by + places.length) % places.length]
    State.change({ presence: id }, { step: true })
  }

  /** Go to the entry of the list. */
  list() {
    const item = document.querySelector(`li[data-presence="${this.entry.place.id}"]`)
    item.scrollIntoView({ behavior: this.view.calm.matches ? 'auto' : 'smooth', block: 'center' })
    item.querySelector('.show').focus({ preventScroll: true })
  }

  open(entry) {
    this.entry?.button.classList.remove('chosen')
    this.entry = entry
    if (!this.panel.contains(document.activeElement)) this.from = document.activeElement
    entry.button.classList.add('chosen')
    this.fill()
    this.panel.hidden = false
    const near = this.map.getBounds().contains(entry.marker.getLatLng())
    if (!near) this.view.approach(entry.anchor)
    this.place()
    if (this.narrow.matches) this.uncover(near ? this.map.latLngToContainerPoint(entry.marker.getLatLng()) : this.map.getSize().divideBy(2))
    if (this.quiet) return
    this.panel.focus({ preventScroll: true })
    if (this.narrow.matches) this.panel.scrollIntoView({ block: 'nearest' })
  }

  /** Scroll the page so that a point of the map stands in the part of the screen that the sheet leaves free. */
  uncover({ y }) {
    const sheet = this.panel.getBoundingClientRect().top
    const at = this.map.getContainer().getBoundingClientRect().top + y
    if (at < Details.gap || at > sheet - Details.gap) window.scrollBy(0, at - sheet / 2)
  }

  fill() {
    const places = Order.shown()
    const at = places.findIndex(({ id }) => id === this.entry.place.id)
    this.panel.querySelector('.account').replaceChildren(...account(this.entry.place))
    this.panel.querySelector('.at').textContent = Words.say('popup.at', { at: at + 1, total: places.length })
  }

  /** Stand beside the symbol, on the side with more room; on a narrow screen, under the map. */
  place() {
    if (!this.entry) return
    const { gap } = Details
    const host = this.narrow.matches ? '.foot' : '.stage'
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
    const back = this.from?.matches('button, [role=button], a') && !this.from.hidden ? this.from : button
    const inside = this.panel.contains(document.activeElement)
    this.entry = null
    this.panel.hidden = true
    button.classList.remove('chosen')
    if (inside) back.focus({ preventScroll: true })
  }
}
