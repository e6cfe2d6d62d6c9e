/**
 * Return the whole numbers of an encoded polyline: five bits a character, least first, the sign bit
 * lowest.
 *
 * @param {string} text
 */
export function decodePolyline(text) {
  /** @type {number[]} */
  const numbers = []
  for (let [i, value, shift] = [0, 0, 0]; i < text.length; i += 1) {
    const bits = text.charCodeAt(i) - 63
    value += (bits & 31) << shift
    shift += 5
    if (bits < 32) {
      numbers.push(value & 1 ? ~(value >> 1) : value >> 1)
      value = 0
      shift = 0
    }
  }
  return numbers
}

/**
 * Return the same arc from its other end: where it starts, then its steps.
 *
 * @param {number[]} arc
 */
export function reversePolyline([x, y, ...steps]) {
  const reversed = [x, y]
  for (let i = 0; i < steps.length; i += 2) {
    reversed[0] += steps[i]
    reversed[1] += steps[i + 1]
  }
  for (let i = steps.length - 2; i >= 0; i -= 2) reversed.push(-steps[i], -steps[i + 1])
  return reversed
}
