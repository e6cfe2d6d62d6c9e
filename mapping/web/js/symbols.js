'use strict'

/**
 * One symbol per presence. Symbols that would cover one another are moved apart at every zoom, those of
 * one place as a block; a leader joins each block, and each that stands far from its place, to a dot there.
 */
class Symbols {
  constructor(map, view, places) {
    this.map = map
    this.view = view
    this.leaders = L.layerGroup().addTo(map)
    this.entries = places.map((place) => this.enter(place))
    this.byId = new Map(this.entries.map((entry) => [entry.place.id, entry]))
    map.on('zoomend resize', () => this.arrange())
    onState(Filter.parts, () => this.arrange())
    document.addEventListener('language', () => this.name())
    this.arrange()
    this.name()
  }

  enter(place) {
    const anchor = L.latLng(place.latitude, EqualEarth.longitude(place.longitude))
    const icon = L.divIcon({ className: `presence ${place.status}`, html: symbol(place), iconSize: null })
    const marker = L.marker(anchor, { icon, keyboard: false, riseOnHover: true }).addTo(this.map)
    const button = marker.getElement()
    button.dataset.presence = place.id
    button.setAttribute('role', 'button')
    button.tabIndex = -1
    return { anchor, button, marker, place }
  }

  shown() {
    return this.entries.filter(({ button }) => !button.hidden)
  }

  /** Put every symbol where it covers no other, those of one place as a block, and draw the leaders. */
  arrange() {
    const { map } = this
    const size = this.view.symbol
    for (const { button, place } of this.entries) button.hidden = !Filter.passes(place)
    const shown = this.shown()
    const anchors = shown.map(({ anchor }) => map.project(anchor).subtract(map.getPixelOrigin()))
    const { min, max } = map.options.crs.projection.bounds
    const edge = (corner) => map.latLngToLayerPoint(map.options.crs.projection.unproject(corner))
    const frame = L.bounds(edge(min), edge(max))
    this.leaders.clearLayers()
    const blocks = gather(anchors, size + 1)
    spread(blocks, size + 1, frame).forEach((middle, i) => {
      const { home, members } = blocks[i]
      stand(blocks[i], middle).forEach((point, k) => shown[members[k]].marker.setLatLng(map.layerPointToLatLng(point)))
      if (members.length > 1) this.back(blocks[i], middle)
      if (members.length > 1 || middle.distanceTo(home) > size) this.lead(home, middle)
    })
  }

  /** Draw what shows the symbols of a block to be of one place. */
  back({ height, width }, { x, y }) {
    const ways = [[-1, -1], [1, -1], [1, 1], [-1, 1]]
    const corners = ways.map(([right, down]) => [x + (right * width) / 2, y + (down * height) / 2])
    const style = { interactive: false, pane: 'overlayPane', className: 'block' }
    L.polygon(corners.map((corner) => this.map.layerPointToLatLng(corner)), style).addTo(this.leaders)
  }

  lead(...ends) {
    const [anchor, place] = ends.map((end) => this.map.layerPointToLatLng(end))
    const style = { interactive: false, pane: 'overlayPane' }
    L.polyline([anchor, place], { ...style, className: 'leader' }).addTo(this.leaders)
    L.circleMarker(anchor, { ...style, className: 'leader-dot', radius: this.view.symbol / 10 }).addTo(this.leaders)
  }

  /** Name the symbols in the page's language, for those who hear them. */
  name() {
    for (const { button, place } of this.entries) {
      const candidate = place.status === 'candidate' && Words.say('popup.candidate')
      const parts = [plainLabel(place), category(place), candidate, place.abroad && Words.say(place.host)]
      button.setAttribute('aria-label', parts.filter(Boolean).join(Words.say('list_comma')))
      const notes = place.footnotes.map((letter) => `${letter}: ${Words.say(`footnote.${letter}`)}`)
      if (notes.length) button.setAttribute('aria-description', notes.join(' '))
    }
  }
}
