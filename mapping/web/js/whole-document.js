/** The document until its end: the list of many places is read after the map is drawn. */

/** Whether the browser has read the document until its end. */
export function isWhole() {
  return document.readyState !== 'loading'
}

/**
 * Act once the document is read until its end; at once where it is.
 *
 * @param {() => void} act
 */
export function whenWhole(act) {
  if (isWhole()) act()
  else document.addEventListener('DOMContentLoaded', act, { once: true })
}
