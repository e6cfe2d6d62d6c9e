import { query, queryAll } from '../dom.js'
import { initialLanguage, languageCode, onLanguage, setLanguage } from '../messages.js'
import { changeState, subscribe } from '../store.js'

/** Let the language switch turn the page at once; the address keeps the choice. */
export function addLanguageSwitch() {
  const buttons = queryAll('[data-language]', HTMLElement)
  const show = () => {
    for (const button of buttons) {
      const pressed = button.dataset.language === languageCode()
      button.setAttribute('aria-pressed', String(pressed))
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => {
      changeState({ lang: button.dataset.language ?? '' }, { step: true })
    })
  }
  subscribe(['lang'], () => setLanguage(initialLanguage()))
  onLanguage(show)
  show()
  query('.languages', HTMLElement).hidden = false
}
