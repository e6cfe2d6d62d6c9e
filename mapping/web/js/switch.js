'use strict'

/** The language switch: turns the page at once and keeps the choice in the address. */
function addLanguageSwitch() {
  const buttons = document.querySelectorAll('[data-language]')
  const show = () => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.language === Words.code))
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      Words.use(button.dataset.language)
      show()
      remember(button.dataset.language)
    })
  }
  show()
  document.querySelector('.languages').hidden = false
}

/** Put the language into the address, where the browser allows it (a sandboxed frame may not). */
function remember(code) {
  const address = new URL(window.location.href)
  address.searchParams.set('lang', code)
  try {
    window.history.replaceState(null, '', address)
  } catch (error) {
    if (error.name !== 'SecurityError') throw error
  }
}
