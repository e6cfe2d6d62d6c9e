/* In the copy that `presence-map watch` serves, and in no file: follows the builds. */

/**
 * What the server says of a build.
 *
 * @typedef {{ version: string, summary: string, faults: string[] }} BuildNews
 */

/** A file that is saved in two steps is whole again before one has read what was wrong. */
const FAULTS_DELAY_MS = 200

/** Where the reader had scrolled to, kept from one build's page to the next. */
const SCROLLED = 'presence-map-scrolled'

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
  scrollBack()
  new EventSource('events').addEventListener('message', ({ data }) => follow(JSON.parse(data)))
}

/** @param {BuildNews} news */
function follow(news) {
  clearTimeout(waiting)
  if (news.version !== version) reload()
  else if (news.faults.length) waiting = setTimeout(show, FAULTS_DELAY_MS, news)
  else hide()
}

function reload() {
  window.sessionStorage.setItem(SCROLLED, `${window.scrollY}`)
  window.location.reload()
}

/**
 * Scroll to where the reader was: the browser gives up where the page is not yet that long when it is
 * loaded, as on a busy machine, for what is below the map is laid out after the map.
 */
function scrollBack() {
  const top = Number(window.sessionStorage.getItem(SCROLLED))
  window.sessionStorage.removeItem(SCROLLED)
  const root = document.documentElement
  const started = new MutationObserver(scroll)
  if (!top) return
  started.observe(root, { attributes: true })
  scroll()

  function scroll() {
    if (root.classList.contains('starting') || root.dataset.ready === undefined) return
    started.disconnect()
    // After what the page itself scrolls to.
    requestAnimationFrame(() => setTimeout(() => window.scrollTo(0, top)))
  }
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
