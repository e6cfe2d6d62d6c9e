import { element, query, queryAll } from '../dom.js'
import { roomForFilter } from '../media.js'
import { format } from '../messages.js'
import { pageData } from '../page-data.js'
import { FILTER_KEYS, NO_CATEGORY, NO_FILTER } from '../pure/filter.js'
import { changeState, getState, subscribe } from '../store.js'
import { visiblePlaces } from '../visible.js'

/** What the choice of one category shows where the boxes of the legend are ticked otherwise. */
const SEVERAL = 'several'

/** The filter's controls: they change the state, and show it. */
export class FilterForm {
  /** @param {() => void} goToFound goes to the first of those that are left */
  constructor(goToFound) {
    this.box = query('.filter-box', HTMLElement)
    const form = query('form', HTMLFormElement, this.box)
    this.fields = /** @type {const} */ (['q', 'region', 'evidence']).map((key) => ({
      key,
      field: /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(key)),
    }))
    this.boxes = queryAll('[data-category]', HTMLInputElement).map(unhide)
    for (const { field, key } of this.fields) {
      field.addEventListener('input', () => {
        changeState({ [key]: field.value }, { step: key !== 'q' })
      })
    }
    this.category = query('[name=category]', HTMLSelectElement, form)
    this.category.addEventListener('input', () => {
      changeState({ category: this.category.value }, { step: true })
    })
    for (const box of this.boxes) box.addEventListener('change', () => this.choose())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      goToFound()
    })
    form.addEventListener('reset', (event) => {
      event.preventDefault()
      this.clear()
    })
    subscribe(FILTER_KEYS, () => this.show())
    const fold = () => {
      query('details', HTMLDetailsElement, this.box).open = roomForFilter.matches
    }
    fold()
    roomForFilter.addEventListener('change', fold)
    this.box.hidden = false
    this.show()
  }

  choose() {
    const chosen = this.boxes.filter(({ checked }) => checked).map(categoryOf)
    const all = chosen.length === this.boxes.length
    changeState({ category: all ? '' : chosen.join(',') || NO_CATEGORY }, { step: true })
  }

  /** Show all presences; the button that vanishes leaves the focus to what one would use next. */
  clear() {
    const reset = query('[type=reset]', HTMLElement, this.box)
    const held = reset === document.activeElement
    changeState(NO_FILTER, { step: true })
    if (!held) return
    const next = [
      ...queryAll('[name=q], summary', HTMLElement, this.box),
      query('#map', HTMLElement),
    ]
    next.find((one) => one.checkVisibility())?.focus()
  }

  /** Show the state in the fields, and say how many presences are left. */
  show() {
    const state = getState()
    const categories = state.category.split(',')
    for (const { field, key } of this.fields) {
      if (field.value !== state[key]) field.value = state[key]
    }
    const several = state.category === NO_CATEGORY || categories.length > 1
    this.category.value = several ? SEVERAL : state.category
    for (const box of this.boxes) {
      box.checked = !state.category || categories.includes(categoryOf(box))
    }
    const active = FILTER_KEYS.filter((key) => state[key])
    this.box.classList.toggle('active', active.length > 0)
    query('[type=reset]', HTMLElement, this.box).hidden = !active.length
    const status = query('[role=status] > div', HTMLElement, this.box)
    const text = countText(active)
    if (status.textContent !== text) status.textContent = text // else it would be said again
  }
}

/**
 * Put a box in the place of one that was hidden: Firefox never learns its name from its label.
 *
 * @param {HTMLInputElement} hidden
 */
function unhide(hidden) {
  const category = categoryOf(hidden)
  const name = format(`category.${category}`)
  const box = element('input', {
    'aria-label': name,
    'data-category': category,
    type: 'checkbox',
  })
  hidden.replaceWith(box)
  return box
}

/** @param {HTMLElement} box */
function categoryOf({ dataset }) {
  return dataset.category ?? ''
}

/**
 * Say how many presences are left; where none is, how more are to be seen.
 *
 * @param {readonly string[]} active the parts of the filter that are set
 */
function countText(active) {
  const shown = visiblePlaces().length
  const count = format('filter.shown', { shown, total: pageData.places.length })
  if (shown || !active.length) return count
  return `${count} ${remedyText(active)}`
}

/** @param {readonly string[]} active */
function remedyText(active) {
  if (getState().category === NO_CATEGORY) return format('filter.unticked')
  const filters = active.map((key) => format(`filter.${key}`)).join(format('list_comma'))
  return format('filter.undo', { filters })
}
