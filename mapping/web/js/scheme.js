import { addressParameters } from './pure/address.js'

/**
 * Show the page in the colours that its address asks for, in place of those that the reader's system
 * prefers: in a frame, the host knows which fit.
 */
export function setScheme() {
  const scheme = addressParameters(window.location).get('scheme')
  const root = document.documentElement
  delete root.dataset.scheme // of a page that a browser saved
  if (scheme !== 'light' && scheme !== 'dark') return
  root.dataset.scheme = scheme
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme')) {
        rule.media.mediaText = scheme === 'dark' ? 'screen' : 'not all'
      }
    }
  }
}
