/**
 * Return the language of a language tag: "fr" of "fr-CA".
 *
 * @param {string} tag
 */
export function primarySubtag(tag) {
  return tag.toLowerCase().split('-')[0]
}

/**
 * Return the first language that a page knows among those that are wanted.
 *
 * @param {readonly string[]} wanted language tags
 * @param {readonly string[]} known
 */
export function chooseLanguage(wanted, known) {
  return wanted.map(primarySubtag).find((code) => known.includes(code))
}
