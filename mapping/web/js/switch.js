'use strict'

/** The language switch: turns the page at once; the address keeps the choice. */
function addLanguageSwitch() {
  const buttons = document.querySelectorAll('[data-language]')
  const show = () => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.language === Words.code))
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => State.change({ lang: button.dataset.language }, { step: true }))
  }
  onState(['lang'], () => Words.use(Words.first()))
  document.addEventListener('language', show)
  show()
  document.querySelector('.languages').hidden = false
}
