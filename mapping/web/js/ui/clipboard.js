import { element } from '../dom.js'
import { format } from '../messages.js'

/**
 * Copy a text, and say in an output whether that was possible.
 *
 * @param {string} text
 * @param {HTMLElement} button which keeps the focus
 * @param {HTMLElement} output
 */
export async function copyText(text, button, output) {
  const copied = await copy(text, button)
  output.textContent = format(copied ? 'share.copied' : 'share.not_copied')
}

/**
 * @param {string} text
 * @param {HTMLElement} button
 */
async function copy(text, button) {
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false)
  return copied || copySelection(text, button)
}

/**
 * Copy a text the older way, which moves the focus: screen readers read the part of the page again.
 *
 * @param {string} text
 * @param {HTMLElement} button
 */
function copySelection(text, button) {
  const field = element('textarea', { class: 'heard', 'aria-hidden': 'true' })
  field.value = text
  button.after(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  button.focus()
  return copied
}
