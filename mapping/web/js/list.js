'use strict'

/** The list under the map: the same filter as the map's, sorted as the reader chooses. */
class List {
  constructor(select) {
    this.section = document.getElementById('list')
    this.select = select
    this.body = this.section.querySelector('.groups')
    this.items = new Map([...this.section.querySelectorAll('li[data-presence], li[data-held]')]
      .map((item) => [item.dataset.presence || item.dataset.held, item]))
    for (const [id, item] of this.items) {
      const button = item.querySelector('.show')
      button.hidden = false
      button.addEventListener('click', () => select(id))
    }
    const sort = this.section.querySelector('[name=sort]')
    sort.addEventListener('input', () => State.change({ sort: sort.value === 'region' ? '' : sort.value }))
    this.section.querySelector('.list-tools').hidden = false
    onState([...Filter.parts, 'sort'], () => this.draw())
    onState(['presence'], () => this.mark())
    document.addEventListener('language', () => this.draw())
    this.draw()
    this.mark()
  }

  draw() {
    const { sort } = State.get()
    this.section.querySelector('[name=sort]').value = sort || 'region'
    this.section.querySelector('h2').textContent = Words.say(sort ? 'list.all' : 'list.title')
    const groups = new Map()
    const shown = Order.shown()
    this.hold(shown)
    for (const place of shown) {
      const group = Order.group(place)
      groups.set(group, [...(groups.get(group) || []), this.items.get(place.id)])
    }
    this.body.replaceChildren(...[...groups].map(([text, items], i) => {
      const id = `group-${i}`
      const title = element('h3', { id }, Words.say(text), ' ', element('span', { class: 'number' }, String(items.length)))
      return element('section', { 'aria-labelledby': id }, title, element('ul', {}, ...items))
    }))
  }

  /** What the filter hides stays in the page: it turns with its language, and is saved with it. */
  hold(shown) {
    const ids = new Set(shown.map(({ id }) => id))
    const held = this.section.querySelector('.held')
    for (const [id, item] of this.items) {
      const [is, isNot] = ids.has(id) ? ['data-presence', 'data-held'] : ['data-held', 'data-presence']
      item.removeAttribute(isNot)
      item.setAttribute(is, id)
      if (!ids.has(id)) held.append(item)
    }
  }

  /** Mark the chosen presence and, where the list is in view, bring it there. */
  mark() {
    const { presence } = State.get()
    for (const [id, item] of this.items) {
      if (id === presence) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
    }
    const { bottom, top } = this.section.getBoundingClientRect()
    if (presence && top < window.innerHeight && bottom > 0) this.items.get(presence).scrollIntoView({ block: 'nearest' })
  }
}
