/** Elements, found and made; strings become text, never markup. */

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Return the first element of a type that a selector finds.
 *
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function query(selector, type, within = document) {
  const first = within.querySelector(selector)
  const found = first instanceof type ? first : queryAll(selector, type, within)[0]
  if (!found) throw new TypeError(`the page has no ${selector}`)
  return found
}

/**
 * Return the elements of a type that a selector finds.
 *
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [within]
 */
export function queryAll(selector, type, within = document) {
  const found = [...within.querySelectorAll(selector)]
  return /** @type {T[]} */ (found.filter((one) => one instanceof type))
}

/** Return whether the focus is in this page, or could only be: it is in no frame. */
export function mayFocus() {
  return window.parent === window || document.hasFocus()
}

/**
 * Give an element the focus, without scrolling to it, where that does not take it from the page around:
 * the frame of that page may follow an address while somebody types beside it.
 *
 * @param {HTMLElement | undefined} target
 */
export function focusQuietly(target) {
  if (mayFocus()) target?.focus({ preventScroll: true })
}

/**
 * Make an element with attributes and children.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/**
 * Make an element of SVG.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...Node} children
 */
export function svgElement(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/**
 * Give an element those of some classes that are true, and take the others; return whether any changed.
 *
 * @param {Element} one
 * @param {Record<string, boolean>} classes
 */
export function toggleClasses({ classList }, classes) {
  const changed = Object.entries(classes).filter(([name, is]) => classList.contains(name) !== is)
  for (const [name] of changed) classList.toggle(name)
  return changed.length > 0
}
