import { queryAll } from '../dom.js'
import { pageData } from '../page-data.js'
import { NO_FILTER } from '../pure/filter.js'
import { changeState } from '../store.js'
import { isVisible } from '../visible.js'

/**
 * Let each entry of "What changed" choose its presence as the list does; a filter that hides it is
 * cleared.
 *
 * @param {(id: string) => void} choose
 */
export function addChangesPanel(choose) {
  for (const button of queryAll('[data-changed]', HTMLElement)) {
    const place = pageData.places.find(({ id }) => id === button.dataset.changed)
    if (!place) continue
    button.hidden = false
    button.addEventListener('click', () => {
      if (!isVisible(place)) changeState(NO_FILTER, { step: true })
      choose(place.id)
    })
  }
}
