'use strict'

/*
 * A browser that saves the page writes out what the scripts had made of it. Take that away, so that they
 * find the page as the build wrote it; what the reader had chosen is kept in the state (see state.js).
 */
{
  const every = (selector, act) => document.querySelectorAll(selector).forEach(act)
  const empty = '.folium-map, .account, .at, .hint, .nearby ul, [data-shown], output'
  every(empty, (one) => one.replaceChildren())
  every('.details, .nearby, .full-page, .offer', (one) => { one.hidden = true })
  every('.embedding', (one) => one.removeAttribute('open'))
  every('.hint', (one) => one.classList.remove('shown'))
  every('.folium-map', (one) => {
    one.className = 'folium-map'
    one.removeAttribute('tabindex')
  })
  every('body [style]', (one) => one.removeAttribute('style'))
  // Chromium lets a link to a part of the page lead to the page that was saved.
  every('.skip', (one) => one.setAttribute('href', one.hash))
}
