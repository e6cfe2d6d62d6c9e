/** Printable ASCII without what JSON or HTML would write longer; a space parts lists. */
const DIGITS = signsBetween(33, 126).filter((sign) => !`"&'<>\\`.includes(sign))
/** Digits below this one end a number. */
const LAST = 80
const BASE = DIGITS.length - LAST
const SPACE = 32
const ENCODER = new TextEncoder()
const VALUES = new Uint8Array(128)
DIGITS.forEach((sign, value) => VALUES[sign.charCodeAt(0)] = value)

/**
 * Return the whole numbers that a text holds, and where each list of them ends: the least digit first, the sign
 * in the lowest bit. They lie in one array, one after the other, and are read from bytes: this is done before
 * anything is drawn, and before a browser has compiled it well.
 *
 * @param {string} text
 * @param {number} [back] each is the step from that so many before it, in the list before if need be
 */
export function decodeNumbers(text, back = Infinity) {
  const codes = ENCODER.encode(text)
  const numbers = new Int32Array(codes.length)
  const ends = []
  let [to, value, weight] = [0, 0, 1]
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i]
    if (code === SPACE) {
      ends.push(to)
      continue
    }
    const digit = VALUES[code]
    value += digit * weight
    weight *= BASE
    if (digit < LAST) {
      const step = value & 1 ? ~(value >> 1) : value >> 1
      numbers[to] = to < back ? step : step + numbers[to - back]
      to += 1
      value = 0
      weight = 1
    }
  }
  ends.push(to)
  return { ends, numbers }
}

/**
 * @param {number} first
 * @param {number} last
 */
function signsBetween(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i))
}
