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
  const field = element('textarea', { class: 'heard', 'aria-hidden': 'true' })
  field.value = text
  button.after(field)
  field.select()
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false)
  const copied = done || document.execCommand('copy')
  field.remove()
  button.focus()
  return copied
}
