import { query, queryAll } from '../dom.js'
import { format } from '../messages.js'
import { FILTER_KEYS } from '../pure/filter.js'
import { changeState, getState, subscribe } from '../store.js'

/**
 * Show the tools over the list; draw it anew whenever its order or the filter changes.
 *
 * @param {HTMLElement} section
 * @param {() => void} draw
 */
export function startListTools(section, draw) {
  const sort = query('[name=sort]', HTMLSelectElement, section)
  sort.addEventListener('input', () => {
    changeState({ sort: sort.value === 'region' ? '' : sort.value })
  })
  query('.list-tools', HTMLElement, section).hidden = false
  subscribe([...FILTER_KEYS, 'sort'], draw)
}

/**
 * Say in the tools and in the headings how the list is sorted, and return it.
 *
 * @param {HTMLElement} section
 */
export function showOrder(section) {
  const { sort } = getState()
  query('[name=sort]', HTMLSelectElement, section).value = sort || 'region'
  for (const title of queryAll('#list > h2, #list > details > summary', HTMLElement)) {
    title.textContent = format(sort ? 'list.all' : 'list.title')
  }
  return sort
}
