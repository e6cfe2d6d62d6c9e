'use strict'

/* What changed: each entry chooses its presence as the list does; a filter that hides it is cleared. */
for (const button of document.querySelectorAll('[data-changed]')) {
  const id = button.dataset.changed
  button.hidden = false
  button.addEventListener('click', () => {
    if (!Filter.passes(data.places.find((place) => place.id === id))) {
      State.change(Object.fromEntries(Filter.parts.map((part) => [part, ''])), { step: true })
    }
    document.querySelector(`li[data-presence="${id}"] .show`).click()
  })
}
