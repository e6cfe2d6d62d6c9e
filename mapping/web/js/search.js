'use strict'

/**
 * Letters alone, as a reader types them: no case, no accents, no Arabic vowel signs, one form of alif,
 * ya and ta marbuta, no spaces or signs between.
 */
function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/\u0671/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Tells whether a place answers to a text, by any of its names in any of the six languages. */
const finds = (() => {
  const written = new Map()

  function write(place) {
    const keys = [`label.${place.id}`, place.host, place.unit, ...place.cities, ...place.served]
    const names = Object.values(data.languages).flatMap(({ texts }) => keys.filter(Boolean).map((key) => texts[key]))
    return names.map(fold).join(' ')
  }

  return (place, text) => {
    if (!written.has(place.id)) written.set(place.id, write(place))
    return text.split(/\s+/).map(fold).every((word) => written.get(place.id).includes(word))
  }
})()
