'use strict'

/** Which presences are shown: one answer for map, list, counts and legend. */
const Filter = (() => {
  const parts = ['q', 'category', 'region', 'evidence']

  function passes(place) {
    const { category, evidence, q, region } = State.get()
    return (!category || category.split(',').includes(place.category))
      && (!evidence || place.evidence === evidence)
      && (!region || (place.counted && place.region === region))
      && (!q.trim() || finds(place, q.trim()))
  }

  return { parts, passes, shown: () => data.places.filter(passes) }
})()

/** The filter's controls: they change the state, and show it. */
class FilterControls {
  constructor() {
    this.box = document.querySelector('.filter-box')
    this.form = this.box.querySelector('form')
    this.fields = ['q', 'region', 'evidence'].map((name) => this.form.elements[name])
    this.boxes = [...document.querySelectorAll('[data-category]')]
    for (const field of this.fields) {
      field.addEventListener('input', () => State.change({ [field.name]: field.value }, { step: field.name !== 'q' }))
    }
    for (const box of this.boxes) {
      box.closest('label').classList.add('active')
      box.hidden = false
      box.addEventListener('change', () => this.choose())
    }
    this.form.addEventListener('submit', (event) => event.preventDefault())
    this.form.addEventListener('reset', (event) => {
      event.preventDefault()
      State.change(Object.fromEntries(Filter.parts.map((part) => [part, ''])), { step: true })
    })
    onState(Filter.parts, () => this.show())
    document.addEventListener('language', () => this.show())
    this.box.querySelector('details').open = window.matchMedia('(min-width: 40.01rem)').matches
    this.box.hidden = false
    this.show()
  }

  choose() {
    const chosen = this.boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.category)
    const all = chosen.length === this.boxes.length
    State.change({ category: all ? '' : chosen.join(',') || NO_CATEGORY }, { step: true })
  }

  /** Say how more is to be seen, where these parts of the state leave nothing. */
  remedy(active) {
    if (State.get().category === NO_CATEGORY) return Words.say('filter.unticked')
    const filters = active.map((part) => Words.say(`filter.${part}`)).join(Words.say('list_comma'))
    return Words.say('filter.undo', { filters })
  }

  /** Show the state in the fields, and say how many presences are left. */
  show() {
    const state = State.get()
    for (const field of this.fields) if (field.value !== state[field.name]) field.value = state[field.name]
    for (const box of this.boxes) box.checked = !state.category || state.category.split(',').includes(box.dataset.category)
    const shown = Filter.shown()
    const active = Filter.parts.filter((part) => state[part])
    this.box.classList.toggle('active', active.length > 0)
    this.box.querySelector('[type=reset]').hidden = !active.length
    const count = Words.say('filter.shown', { shown: shown.length, total: data.places.length })
    this.box.querySelector('output').textContent = shown.length || !active.length ? count : `${count} ${this.remedy(active)}`
    for (const tally of document.querySelectorAll('[data-shown]')) {
      const left = shown.filter((place) => place.category === tally.dataset.shown).length
      tally.textContent = active.length ? `· ${Words.say('filter.left', { shown: left })}` : ''
    }
  }
}
