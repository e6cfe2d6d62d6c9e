/** Printable ASCII without what JSON or HTML would write longer; a space parts lists. */
const DIGITS = signsBetween(33, 126).filter((sign) => !`"&'<>\\`.includes(sign))
/** Digits below this one end a number. */
const LAST = 80
const BASE = DIGITS.length - LAST
const VALUES = new Map(DIGITS.map((sign, value) => [sign.charCodeAt(0), value]))

/**
 * Return the lists of whole numbers that a text holds: the least digit first, the sign in the lowest bit.
 *
 * @param {string} text
 */
export function decodeNumbers(text) {
  return text.split(' ').map((list) => {
    /** @type {number[]} */
    const numbers = []
    for (let [i, value, weight] = [0, 0, 1]; i < list.length; i += 1) {
      const digit = VALUES.get(list.charCodeAt(i)) ?? 0
      value += digit * weight
      weight *= BASE
      if (digit < LAST) {
        numbers.push(value & 1 ? ~(value >> 1) : value >> 1)
        value = 0
        weight = 1
      }
    }
    return numbers
  })
}

/**
 * @param {number} first
 * @param {number} last
 */
function signsBetween(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i))
}
