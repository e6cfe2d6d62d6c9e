import { query } from '../dom.js'
import { lowScreen } from '../media.js'

/** Pixels between a symbol and what is known of it. */
export const SYMBOL_GAP = 16

/**
 * Return where a panel begins, in pixels from the left of the map: next to the symbol, or, on a low
 * screen, at that side of the map which is further from it, beside the map's buttons.
 *
 * @param {HTMLElement} panel
 * @param {number} x of the symbol
 * @param {number} width of the map
 */
export function panelStart({ offsetWidth }, x, width) {
  if (!lowScreen.matches) {
    return x < width / 2 ? x + SYMBOL_GAP : x - SYMBOL_GAP - offsetWidth
  }
  const { offsetLeft: left, offsetWidth: own } = query('.acts', HTMLElement)
  const [from, to] = left < width / 2 ? [2 * left + own, width] : [0, left - SYMBOL_GAP]
  return x < (from + to) / 2 ? to - offsetWidth : from
}
