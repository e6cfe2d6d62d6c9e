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

/**
 * Tells whether a place answers to a text: by any of its names in any of the six languages, or by
 * another name of its country, such as a former one, of which two thirds must be there.
 */
const finds = (() => {
  const known = new Map()

  function names(place) {
    const keys = [`label.${place.id}`, place.host, place.unit, ...place.cities, ...place.served].filter(Boolean)
    const own = Object.values(data.languages).flatMap(({ texts }) => keys.map((key) => texts[key]))
    return { others: keys.flatMap((key) => data.searchNames[key] || []).map(fold), own: own.map(fold).join(' ') }
  }

  return (place, text) => {
    if (!known.has(place.id)) known.set(place.id, names(place))
    const { others, own } = known.get(place.id)
    const begins = (part) => others.some((name) => name.startsWith(part) && part.length * 3 >= name.length * 2)
    return begins(fold(text)) || text.split(/\s+/).map(fold).every((word) => own.includes(word) || begins(word))
  }
})()
