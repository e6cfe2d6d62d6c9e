import { query, queryAll } from '../dom.js'
import { languageCode } from '../messages.js'
import { turnTo, wasTurned } from '../store.js'

/**
 * Let the language switch load the page in another language, in the state it has: no later change of
 * the language reaches the accessibility tree of Firefox. There the button that was pressed has the
 * focus again, and so says what the page has turned to.
 */
export function addLanguageSwitch() {
  const buttons = queryAll('[data-language]', HTMLElement)
  for (const button of buttons) {
    const { language = '' } = button.dataset
    const pressed = language === languageCode()
    button.setAttribute('aria-pressed', String(pressed))
    button.addEventListener('click', () => pressed || turnTo(language))
  }
  // In a frame, a file or a piece of memory may not be loaded by another address.
  const canTurn = window.parent === window || window.location.protocol.startsWith('http')
  query('.languages', HTMLElement).hidden = !canTurn
  if (!wasTurned) return
  // Not before the page has loaded: a screen reader that hears of it earlier begins at the top.
  window.addEventListener('load', () => {
    setTimeout(() => {
      const held = document.activeElement !== document.body
      if (!held) buttons.find(({ ariaPressed }) => ariaPressed === 'true')?.focus()
    })
  })
}
