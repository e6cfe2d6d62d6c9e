/**
 * Return letters and digits alone, as a reader types them: no case, no accents, no Arabic vowel
 * signs, one form of alif, ya and ta marbuta, no spaces or signs between.
 *
 * @param {string} text
 */
export function fold(text) {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Return the same word by word.
 *
 * @param {string} text
 */
export function foldWords(text) {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** @param {string} text */
function plain(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/\u0671/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/œ/g, 'oe')
}
