/**
 * Fill in the {placeholders} of a text; unknown ones stay as they are.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fillIn(text, values) {
  return text.replace(/\{(\w+)\}/g, (slot, name) => name in values ? String(values[name]) : slot)
}
