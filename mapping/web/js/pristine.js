import { queryAll } from './dom.js'
import { whenWhole } from './whole-document.js'

const FILLED = '.folium-map, .account, .named, .at, .hint, .nearby ul, [data-shown], .atlas output'
/** What is read after the map is drawn, where the list is long. */
const BELOW = ':is(main > :not(.atlas), .embedding)'
const OPENED = '.details, .nearby, .full-page, .offer'

/**
 * Take away what scripts had made of a page that a browser saved, so that they find the page as the
 * build wrote it: one whose map is empty is so. What the reader had chosen is kept in the state (see store.js).
 */
export function restorePristine() {
  if (!document.querySelector('.folium-map > *')) return
  for (const filled of queryAll(FILLED, HTMLElement)) filled.replaceChildren()
  for (const opened of queryAll(OPENED, HTMLElement)) opened.hidden = true
  for (const hint of queryAll('.hint', HTMLElement)) hint.classList.remove('shown')
  for (const map of queryAll('.folium-map', HTMLElement)) {
    map.className = 'folium-map'
    map.removeAttribute('tabindex')
  }
  for (const styled of queryAll('body [style]', Element)) styled.removeAttribute('style')
  whenWhole(restoreBelow)
}

/** The same for what is under the map. */
function restoreBelow() {
  for (const output of queryAll(`${BELOW} output`, HTMLElement)) output.replaceChildren()
  for (const styled of queryAll(`${BELOW} [style]`, Element)) styled.removeAttribute('style')
  for (const dialog of queryAll('.embedding', HTMLElement)) dialog.removeAttribute('open')
  for (const button of queryAll('.name > .show', HTMLElement)) {
    button.replaceWith(...button.childNodes)
  }
  for (const folding of queryAll('.list > details', HTMLDetailsElement)) folding.open = true
  for (const list of queryAll('.list', HTMLElement)) list.classList.remove('with-sources-shown')
  for (const button of queryAll('.with-sources', HTMLElement)) {
    button.setAttribute('aria-pressed', 'false')
  }
  // Chromium lets a link to a part of the page lead to the page that was saved.
  for (const link of queryAll('.skip, .past', HTMLAnchorElement)) {
    link.setAttribute('href', link.hash)
  }
}
