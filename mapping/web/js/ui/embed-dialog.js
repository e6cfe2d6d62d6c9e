import { query, queryAll } from '../dom.js'
import { format, languageCode } from '../messages.js'
import { pageData } from '../page-data.js'
import { elementCode, frameCode, PLACEHOLDER, publicAddress } from '../pure/embed-code.js'
import { currentAddress } from '../store.js'
import { copyText } from './clipboard.js'

/** Offer the dialog that gives the code for another page. */
export function offerEmbedding() {
  const dialog = query('.embedding', HTMLDialogElement)
  const offer = query('.offer', HTMLElement)
  offer.hidden = false
  offer.addEventListener('click', () => {
    fill(dialog)
    dialog.showModal()
    query('h2', HTMLElement, dialog).focus()
  })
  for (const button of queryAll('[data-copy]', HTMLElement, dialog)) {
    const field = query(button.dataset.copy ?? '', HTMLTextAreaElement, dialog)
    const output = query('output', HTMLElement, dialog)
    button.addEventListener('click', () => copyText(field.value, button, output))
  }
  query('.close', HTMLElement, dialog).addEventListener('click', () => dialog.close())
}

/**
 * Write the code of the map in its present state.
 *
 * @param {HTMLDialogElement} dialog
 */
function fill(dialog) {
  const [frame, script] = queryAll('textarea', HTMLTextAreaElement, dialog)
  const address = publicAddress(currentAddress(), languageCode(), pageData)
  address.searchParams.delete('embed')
  frame.value = frameCode(address, format('title'))
  script.value = elementCode(address, format('title'), languageCode())
  const placeheld = address.href.startsWith(PLACEHOLDER)
  say(dialog, '.unpublished', placeheld && format('embed.unpublished', { address: PLACEHOLDER }))
  const file = address.pathname.slice(address.pathname.lastIndexOf('/') + 1)
  const another = !pageData.address && !window.location.pathname.endsWith(`/${file}`)
  say(dialog, '.companion', another && format('embed.companion', { file }))
}

/**
 * Write a sentence, or hide its place where there is none.
 *
 * @param {HTMLElement} dialog
 * @param {string} selector
 * @param {string | false} sentence
 */
function say(dialog, selector, sentence) {
  const place = query(selector, HTMLElement, dialog)
  place.hidden = !sentence
  place.textContent = sentence || ''
}
