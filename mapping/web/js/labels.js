'use strict'

/**
 * Labels beside the symbols, in the page's language: as many as fit without touching a symbol or
 * another label, the categories in the order of the edition. They are for the eye; each symbol has its own name.
 */
class Labels {
  /** Where the whole world is narrower than this, in pixels, symbols stand too far from their places. */
  static room = 600

  constructor(map, symbols) {
    this.map = map
    this.symbols = symbols
    this.pane = map.createPane('labels')
    this.pane.setAttribute('aria-hidden', 'true')
    this.acts = document.querySelector('.acts')
    map.on('zoomstart', () => this.pane.replaceChildren())
    map.on('moveend', () => this.draw())
    onState(Filter.parts, () => this.draw())
    document.addEventListener('language', () => this.draw())
    this.draw()
  }

  /** Write the labels of what is in view, then keep those that find a place. */
  draw() {
    const { map, symbols } = this
    this.pane.replaceChildren()
    if (map.options.crs.scale(map.getZoom()) < Labels.room) return
    const view = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(map.getSize()))
    this.buttons = this.under(this.acts)
    const size = symbols.view.symbol
    const entries = symbols.shown()
    const marks = entries.map(({ marker }) => around(map.latLngToLayerPoint(marker.getLatLng()), size))
    const shown = entries
      .map((entry, i) => ({ entry, mark: marks[i] }))
      .filter(({ mark }) => view.contains(mark.getCenter()))
      .sort((a, b) => rank(a.entry.place) - rank(b.entry.place))
      .map((one) => ({ ...one, text: element('div', { class: 'label', dir: Words.direction }, label(one.entry.place)) }))
    this.pane.replaceChildren(...shown.map(({ text }) => text))
    for (const one of shown) one.size = one.text.firstChild.getBoundingClientRect()
    const taken = this.seat(shown, marks, view)
    nameCountries(map, this.pane, taken, view)
  }

  /** What of the map lies under an element. */
  under(other) {
    const { left, top } = this.map.getContainer().getBoundingClientRect()
    const box = other.getBoundingClientRect()
    const corner = (x, y) => this.map.containerPointToLayerPoint([x - left, y - top])
    return L.bounds(corner(box.left, box.top), corner(box.right, box.bottom))
  }

  /**
   * Find seats, the first served first; where only a few are left standing, start again with those.
   * Give all boxes that are taken then.
   */
  seat(shown, marks, view, tries = 3) {
    const taken = [...marks]
    const standing = shown.filter((one) => {
      const size = { x: Math.ceil(one.size.width), y: Math.ceil(one.size.height) }
      const free = seats(one.mark, size).filter(({ box }) => inside(box, view) && !taken.some((other) => overlap(box, other)))
      one.seat = free.find(({ box }) => !overlap(box, this.buttons)) || free[0]
      if (one.seat) taken.push(one.seat.box)
      return !one.seat
    })
    if (tries && standing.length && standing.length < 4) {
      const again = [...standing, ...shown.filter((one) => !standing.includes(one))]
      return this.seat(again, marks, view, tries - 1)
    }
    for (const { seat, text } of shown) {
      if (seat) seatAt(text, seat)
      else text.remove()
    }
    return taken
  }
}

/** Candidates after all others; of both, the categories in the order of the edition. */
function rank(place) {
  const { length } = data.categories
  return data.categories.indexOf(place.category) + (place.status === 'candidate' ? length : 0)
}

function around({ x, y }, size) {
  return L.bounds([x - size / 2, y - size / 2], [x + size / 2, y + size / 2])
}

/** Where a label may stand: after its symbol, before it, over and under it, then at its corners. */
function seats({ min, max }, { x: wide, y: high }) {
  const gap = 3
  const middle = { x: (min.x + max.x) / 2, y: (min.y + max.y) / 2 }
  const columns = { after: max.x + gap, before: min.x - gap - wide, centre: middle.x - wide / 2, from: min.x, to: max.x - wide }
  const rows = { over: min.y - high, under: max.y, middle: middle.y - high / 2 }
  const beside = [['after', 'middle'], ['before', 'middle']]
  if (Words.direction === 'rtl') beside.reverse()
  const beyond = ['over', 'under'].flatMap((row) => ['centre', 'from', 'to', 'after', 'before'].map((column) => [column, row]))
  return [...beside, ...beyond].map(([column, row]) => {
    const [x, y] = [columns[column], rows[row]]
    return { box: L.bounds([x, y], [x + wide, y + high]), column }
  })
}

/** Put a label into its seat, its lines drawn towards the symbol. */
function seatAt(text, { box, column }) {
  const align = { before: 'right', centre: 'center', to: 'right' }
  text.style.translate = `${box.min.x}px ${box.min.y}px`
  text.style.width = `${box.max.x - box.min.x + 1}px`
  text.style.textAlign = align[column] || 'left'
}

function overlap(a, b) {
  return a.min.x < b.max.x && a.max.x > b.min.x && a.min.y < b.max.y && a.max.y > b.min.y
}

function inside(a, frame) {
  return a.min.x >= frame.min.x && a.max.x <= frame.max.x && a.min.y >= frame.min.y && a.max.y <= frame.max.y
}
