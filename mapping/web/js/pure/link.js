/**
 * Return whether a text is an address on the web, and nothing else, as the list of the page has it.
 *
 * @param {string} text
 */
export function isLink(text) {
  return /^https?:\/\/[^\s"<>]+$/i.test(text)
}
