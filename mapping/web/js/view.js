'use strict'

/** What part of the world is in view. All fitting and all limits are counted in projected pixels. */
class View {
  static margin = 12

  constructor(map) {
    this.map = map
    this.frame = EqualEarth.frame()
    this.calm = window.matchMedia('(prefers-reduced-motion: reduce)')
    // In a frame one finger scrolls the host's page; two move and zoom the map.
    this.still = document.documentElement.matches('.embed') && window.matchMedia('(pointer: coarse)').matches
    map.on('zoomend', () => this.measure())
    map.on('resize', () => this.resize())
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer())
    this.world()
    map.setMaxBounds(this.frame)
    this.restore()
    map.on('moveend', () => this.hold() || State.change({ view: this.text() }))
    onState(['view'], () => this.restore())
  }

  atWorld() {
    return this.map.getZoom() <= this.map.getMinZoom() + 0.01
  }

  /**
   * Make the zoom that shows the whole world the smallest one; a hidden map has none. The size of a
   * symbol is asked for here, where the browser has just worked out the styles.
   */
  fit() {
    const { x, y } = this.map.getSize()
    this.measure()
    if (Math.min(x, y) <= 2 * View.margin) return
    // Not setMinZoom: that would start a zoom of its own, and the map would not stand still when ready.
    this.map.options.minZoom = this.map.getBoundsZoom(this.frame, false, L.point(View.margin, View.margin))
  }

  /** What depends on how near the view is: dragging, and the size of a symbol in pixels. */
  measure() {
    const container = this.map.getContainer()
    this.map.dragging[this.atWorld() || this.still ? 'disable' : 'enable']()
    container.classList.toggle('near', !this.atWorld())
    this.symbol = Number.parseFloat(getComputedStyle(container).getPropertyValue('--symbol'))
  }

  resize() {
    const stay = this.atWorld()
    this.map.stop()
    this.fit()
    if (stay) this.world()
  }

  /** Bring a view whose middle lies beyond the world's curved edge back to that edge. */
  hold() {
    const centre = this.map.getCenter()
    const held = L.latLng(centre.lat, EqualEarth.within(centre.lng))
    const off = this.map.project(held).distanceTo(this.map.project(centre)) > 2
    if (off) this.map.setView(held, this.map.getZoom(), { animate: false })
    return off
  }

  world() {
    this.fit()
    this.map.setView(this.frame.getCenter(), this.map.getMinZoom(), { animate: false })
  }

  /** Show these places, as near as they all fit with room for their labels. */
  show(anchors) {
    const { map } = this
    const box = L.bounds(anchors.map((anchor) => map.project(anchor, 0)))
    const size = map.getSize()
    const room = Math.min(size.x / (box.getSize().x * 1.35), size.y / (box.getSize().y * 1.35))
    map.setView(map.unproject(box.getCenter(), 0), Math.log2(room), { animate: !this.calm.matches })
  }

  /** Bring one place into view, near enough to tell it from its neighbours. */
  approach(anchor) {
    const zoom = Math.max(this.map.getZoom(), this.map.getMinZoom() + 2)
    this.map.setView(anchor, zoom, { animate: !this.calm.matches })
  }

  /** The view as the address has it: doublings above the whole world, latitude, longitude. */
  text() {
    if (this.atWorld()) return ''
    const { lat, lng } = this.map.getCenter()
    const doublings = this.map.getZoom() - this.map.getMinZoom()
    return [doublings, lat, lng].map((number) => number.toFixed(2)).join('/')
  }

  restore() {
    const { view } = State.get()
    if (view === this.text()) return
    if (!view) {
      this.world()
      return
    }
    const [doublings, latitude, longitude] = view.split('/').map(Number)
    this.map.setView([latitude, EqualEarth.within(longitude)], this.map.getMinZoom() + doublings, { animate: false })
  }
}
