import { element, query, queryAll } from '../dom.js'
import { whenIdle } from '../idle.js'
import { format, isolated, numberText } from '../messages.js'
import { labelNode, symbolNode } from '../presence-nodes.js'
import { headingOf } from '../pure/ordering.js'
import { categoryText } from '../pure/presence-text.js'
import { getState, subscribe } from '../store.js'
import { orderedPlaces } from '../visible.js'
import { showOrder, startListTools } from './list-tools.js'
import { entryNotes, textNode } from './popup-content.js'

/** @import { Place } from '../types.d.ts' */

/** Up to so many entries stand open. */
const OPEN = 100
/** So many entries are made at a time; the others of a country while nothing else is to be done. */
const AT_A_TIME = 200
/** Up to so many are put on paper with all that is known; of more, name and category, as without scripts. */
const MOST_IN_FULL = 2000

/** The list of many places: by country, each opened on demand, its entries made when it is. */
export class FoldedList {
  /** @param {(id: string) => void} choose */
  constructor(choose) {
    this.choose = choose
    this.section = query('#list', HTMLElement)
    this.body = query('.groups', HTMLElement, this.section)
    /** @type {Map<HTMLDetailsElement, Place[]>} of each country what is not yet made */
    this.left = new Map()
    /** @type {Map<Place, HTMLDetailsElement>} */
    this.foldOf = new Map()
    const withSources = query('.with-sources', HTMLElement, this.section)
    withSources.addEventListener('click', () => {
      const shown = this.section.classList.toggle('with-sources-shown')
      withSources.setAttribute('aria-pressed', String(shown))
    })
    startListTools(this.section, () => this.draw())
    subscribe(['presence'], () => this.highlight())
    /** @type {Set<HTMLDetailsElement>} what is open on paper alone */
    this.onPaper = new Set()
    window.addEventListener('beforeprint', () => this.unfold())
    window.addEventListener('afterprint', () => this.foldAgain())
    this.draw()
  }

  draw() {
    const sort = showOrder(this.section)
    const places = orderedPlaces()
    this.left.clear()
    this.foldOf.clear()
    const groups = Map.groupBy(places, (place) => headingOf(place, sort))
    this.body.replaceChildren(
      ...[...groups].map(([heading, members], i) => {
        const title = element('h3', { id: `group-${i}` }, format(heading), ' ', numberNode(members))
        const folds = [...Map.groupBy(members, ({ host }) => host).values()]
          .map((one) => this.fold(one, places.length <= OPEN))
        return element('section', { 'aria-labelledby': `group-${i}` }, title, ...folds)
      }),
    )
    this.highlight()
  }

  /**
   * @param {Place[]} places of one country
   * @param {boolean} open
   */
  fold(places, open) {
    const title = element('summary', {}, format(places[0].host), ' ', numberNode(places))
    title.lastElementChild?.classList.replace('number', 'size')
    const fold = element('details', { class: 'fold' }, title, element('ul', { role: 'list' }))
    this.left.set(fold, places)
    for (const place of places) this.foldOf.set(place, fold)
    fold.addEventListener('toggle', () => {
      if (fold.open && !this.onPaper.has(fold)) this.fill(fold, AT_A_TIME)
    })
    if (open) this.fill(fold, OPEN)
    fold.open = open
    return fold
  }

  /**
   * Make the next entries of a country, and the others one after another.
   *
   * @param {HTMLDetailsElement} fold
   * @param {number} count
   */
  fill(fold, count) {
    const left = this.left.get(fold) ?? []
    if (!left.length) return
    query('ul', HTMLElement, fold).append(
      ...left.slice(0, count).map((place) => entryNode(place, this.choose)),
    )
    this.left.set(fold, left.slice(count))
    this.highlight()
    if (left.length > count) whenIdle(() => this.fill(fold, AT_A_TIME))
  }

  /** Put all that is listed on paper. */
  unfold() {
    for (const [fold, left] of this.left) {
      if (!fold.open) this.onPaper.add(fold)
      fold.open = true
      if (this.foldOf.size <= MOST_IN_FULL) this.fill(fold, Infinity)
      else {
        const plain = element('ul', { class: 'on-paper', role: 'list' }, ...left.map(plainNode))
        query('ul', HTMLElement, fold).before(plain)
      }
    }
  }

  foldAgain() {
    for (const list of queryAll('.on-paper', HTMLElement, this.body)) list.remove()
    for (const fold of this.onPaper) fold.open = false
    this.onPaper.clear()
  }

  /**
   * Open the country of a place, and return its entry.
   *
   * @param {Place} place
   */
  entryOf(place) {
    const fold = this.foldOf.get(place)
    if (!fold) return undefined
    const at = this.left.get(fold)?.indexOf(place) ?? -1
    if (at >= 0) this.fill(fold, at + 1)
    fold.open = true
    return query(`li[data-presence="${place.id}"]`, HTMLElement, fold)
  }

  /** Mark the chosen presence. */
  highlight() {
    const { presence } = getState()
    for (const item of queryAll('li[aria-current]', HTMLElement, this.body)) {
      if (item.dataset.presence !== presence) item.removeAttribute('aria-current')
    }
    if (!presence) return
    this.body.querySelector(`li[data-presence="${presence}"]`)?.setAttribute('aria-current', 'true')
  }
}

/** @param {Place[]} places */
function numberNode(places) {
  return element('span', { class: 'number' }, numberText(places.length))
}

/** @param {Place} place */
function plainNode(place) {
  return element('li', {}, labelNode(place), ` · ${categoryText(place, isolated)}`)
}

/**
 * @param {Place} place
 * @param {(id: string) => void} choose
 */
function entryNode(place, choose) {
  const button = element('button', { class: 'show', type: 'button' }, labelNode(place))
  button.addEventListener('click', () => choose(place.id))
  const details = Object.entries(place.details ?? {}).map(([key, text]) =>
    element('span', { class: 'about' }, format(`column.${key}`), ' · ', textNode(text))
  )
  return element(
    'li',
    { 'data-presence': place.id },
    symbolNode(place),
    element(
      'span',
      { class: 'entry' },
      element('span', { class: 'name' }, button),
      element('span', { class: 'about' }, categoryText(place, isolated)),
      ...details,
      ...entryNotes(place),
    ),
  )
}
