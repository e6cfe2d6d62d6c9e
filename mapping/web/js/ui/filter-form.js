import { query, queryAll } from '../dom.js'
import { hasRoomForFilter } from '../media.js'
import { format, onLanguage } from '../messages.js'
import { pageData } from '../page-data.js'
import { FILTER_KEYS, NO_CATEGORY, NO_FILTER } from '../pure/filter.js'
import { changeState, getState, subscribe } from '../store.js'
import { visiblePlaces } from '../visible.js'

/** The filter's controls: they change the state, and show it. */
export class FilterForm {
  constructor() {
    this.box = query('.filter-box', HTMLElement)
    const form = query('form', HTMLFormElement, this.box)
    this.fields = /** @type {const} */ (['q', 'region', 'evidence']).map((key) => ({
      key,
      field: /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(key)),
    }))
    this.boxes = queryAll('[data-category]', HTMLInputElement)
    for (const { field, key } of this.fields) {
      field.addEventListener('input', () => {
        changeState({ [key]: field.value }, { step: key !== 'q' })
      })
    }
    for (const box of this.boxes) {
      box.closest('label')?.classList.add('active')
      box.hidden = false
      box.addEventListener('change', () => this.choose())
    }
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('reset', (event) => {
      event.preventDefault()
      changeState(NO_FILTER, { step: true })
    })
    subscribe(FILTER_KEYS, () => this.show())
    onLanguage(() => this.show())
    query('details', HTMLDetailsElement, this.box).open = hasRoomForFilter()
    this.box.hidden = false
    this.show()
  }

  choose() {
    const chosen = this.boxes.filter(({ checked }) => checked).map(categoryOf)
    const all = chosen.length === this.boxes.length
    changeState({ category: all ? '' : chosen.join(',') || NO_CATEGORY }, { step: true })
  }

  /** Show the state in the fields, and say how many presences are left. */
  show() {
    const state = getState()
    const categories = state.category.split(',')
    for (const { field, key } of this.fields) {
      if (field.value !== state[key]) field.value = state[key]
    }
    for (const box of this.boxes) {
      box.checked = !state.category || categories.includes(categoryOf(box))
    }
    const active = FILTER_KEYS.filter((key) => state[key])
    this.box.classList.toggle('active', active.length > 0)
    query('[type=reset]', HTMLElement, this.box).hidden = !active.length
    query('output', HTMLElement, this.box).textContent = countText(active)
    for (const tally of queryAll('[data-shown]', HTMLElement)) {
      tally.textContent = active.length ? tallyText(tally.dataset.shown ?? '') : ''
    }
  }
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

/** @param {string} category */
function tallyText(category) {
  const shown = visiblePlaces().filter((place) => place.category === category).length
  return `· ${format('filter.left', { shown })}`
}
