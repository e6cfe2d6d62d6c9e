'use strict'

/** The list under the map: sorted in the page's language, each entry opening its symbol. */
class List {
  constructor(map, symbols, details) {
    this.lists = document.querySelectorAll('[data-sorted]')
    document.addEventListener('language', () => this.sort())
    for (const button of document.querySelectorAll('[data-show]')) {
      button.hidden = false
      button.addEventListener('click', () => this.show(map, details, symbols.byId.get(button.dataset.show)))
    }
    this.sort()
  }

  sort() {
    const { compare } = new Intl.Collator(Words.code)
    const key = (item) => [Words.say(item.dataset.country), Words.say(`label.${item.dataset.presence}`)]
    for (const list of this.lists) {
      const items = [...list.children].map((item) => ({ item, key: key(item) }))
      items.sort((a, b) => compare(a.key[0], b.key[0]) || compare(a.key[1], b.key[1]))
      list.append(...items.map(({ item }) => item))
    }
  }

  show(map, details, entry) {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    map.getContainer().scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'nearest' })
    details.open(entry)
  }
}
