/**
 * Fill in the {placeholders} of a text, numbers (which are counts; a year is text) with their digits grouped;
 * unknown placeholders stay as they are.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 * @param {string} separator between thousands
 */
export function fillIn(text, values, separator) {
  return text.replace(/\{(\w+)\}/g, (slot, name) => {
    const value = values[name]
    return typeof value === 'number' ? groupDigits(value, separator) : value ?? slot
  })
}

/**
 * Return a number as United Nations documents write it.
 *
 * @param {number} number
 * @param {string} separator between thousands
 */
export function groupDigits(number, separator) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator)
}
