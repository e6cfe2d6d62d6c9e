import { query, queryAll } from '../dom.js'
import { format, numberText } from '../messages.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { isIdentified } from '../pure/status.js'
import { getState, subscribe } from '../store.js'
import { visiblePlaces } from '../visible.js'

/** @import { Place } from '../types.d.ts' */

/** Keep the numbers and bars of categories and regions with what the filter leaves. */
export function addTallies() {
  subscribe(FILTER_KEYS, showTallies)
  showTallies()
}

function showTallies() {
  const places = visiblePlaces()
  const identified = places.filter(isIdentified)
  const filtered = FILTER_KEYS.some((key) => getState()[key])
  for (const text of queryAll('[data-shown]', HTMLElement)) {
    const { shown: key = '' } = text.dataset
    const shown = countBy(places, 'category', key)
    text.textContent = filtered ? format('filter.left', { shown }) : ''
    draw(text, countBy(identified, 'category', key))
  }
  for (const text of queryAll('[data-found]', HTMLElement)) {
    const found = countBy(identified, 'region', text.dataset.found ?? '')
    text.textContent = numberText(found)
    draw(text, found)
  }
}

/**
 * @param {Place[]} places
 * @param {'category' | 'region'} field
 * @param {string} key
 */
function countBy(places, field, key) {
  return places.filter((place) => place[field] === key).length
}

/**
 * Draw a number as the bar beside it; a category that is not counted has none.
 *
 * @param {HTMLElement} text
 * @param {number} number
 */
function draw(text, number) {
  const tally = text.closest('.tally')
  if (!tally?.querySelector('.bar')) return
  query('.part', SVGRectElement, tally).setAttribute('width', String(number))
}
