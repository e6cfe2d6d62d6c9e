/* In the copy that `presence-map watch` serves, and in no file: follows the builds. */

/**
 * What the server says of a build.
 *
 * @typedef {{ version: string, summary: string, faults: string[] }} BuildNews
 */

/** A file that is saved in two steps is whole again before one has read what was wrong. */
const FAULTS_DELAY_MS = 200

const version = document.currentScript?.dataset.version
const panel = query('.faults', document)
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting

query('button', panel).addEventListener('click', hide)
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  hide()
})
hide()
// A copy that the browser saved has no server to follow.
if (window.location.protocol !== 'file:') {
  new EventSource('events').addEventListener('message', ({ data }) => follow(JSON.parse(data)))
}

/** @param {BuildNews} news */
function follow(news) {
  clearTimeout(waiting)
  if (news.version !== version) window.location.reload()
  else if (news.faults.length) waiting = setTimeout(show, FAULTS_DELAY_MS, news)
  else hide()
}

/**
 * Say what is wrong, over the last good map.
 *
 * @param {BuildNews} news
 */
function show({ faults, summary }) {
  const lines = faults.map((line) =>
    Object.assign(document.createElement('li'), { textContent: line })
  )
  query('p', panel).textContent = summary
  query('ul', panel).replaceChildren(...lines)
  panel.hidden = false
}

function hide() {
  panel.hidden = true
}

/**
 * @param {string} selector
 * @param {ParentNode} within
 */
function query(selector, within) {
  const found = within.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new TypeError(`the page has no ${selector}`)
  return found
}
