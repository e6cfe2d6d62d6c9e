'use strict'

/** In the place of the categories that are ticked, where none is; without any, all are. */
const NO_CATEGORY = 'none'

/**
 * What the page shows: filters, selection, view, language. It lives in the address, so that any state
 * can be linked, embedded, and gone back to; whatever an address holds that is not known is passed over.
 * The page itself holds it too: one that a browser saved opens in the state it had.
 */
const State = (() => {
  const ids = new Set(data.places.map(({ id }) => id))
  const one = (...known) => (value) => (known.includes(value) ? value : '')
  const read = {
    category: (value) => (value === NO_CATEGORY ? value : data.categories.filter((key) => value.split(',').includes(key)).join(',')),
    evidence: one(...data.evidence),
    lang: (value) => one(...Object.keys(data.languages))(value.toLowerCase().split('-')[0]),
    presence: (value) => (ids.has(value) ? value : ''),
    q: (value) => value.slice(0, 100),
    region: one(...data.regions),
    sort: one('country', 'category'),
    view: (value) => (isView(value) ? value : ''),
  }
  const root = document.documentElement
  const saved = root.dataset.state
  const addressed = [...new URLSearchParams(window.location.search).keys()].some((key) => Object.hasOwn(read, key))
  const opensAsSaved = saved !== undefined && !addressed
  let current = opensAsSaved ? { ...parse(saved), lang: root.lang } : fromAddress()
  if (opensAsSaved) keep(false)
  else mark()

  /** Doublings, latitude and longitude, each within its range. */
  function isView(value) {
    const numbers = value.split('/').map((text) => (text ? Number(text) : NaN))
    const [least, most] = [[0, -90, -180], [9, 90, 360]]
    return numbers.length === 3 && numbers.every((number, i) => number >= least[i] && number <= most[i])
  }

  function fromAddress() {
    return parse(window.location.search)
  }

  function parse(query) {
    const asked = new URLSearchParams(query)
    return Object.fromEntries(Object.keys(read).map((key) => [key, read[key](asked.get(key) || '')]))
  }

  /** The page's address in a state; what the page does not know (such as ?embed) stays. */
  function address(state = current) {
    const made = new URL(window.location.href)
    for (const [key, value] of Object.entries(state)) {
      if (value) made.searchParams.set(key, value)
      else made.searchParams.delete(key)
    }
    return made
  }

  /** Change some of it; `step` makes a place that the browser's Back returns to. */
  function change(patch, { step = false } = {}) {
    const changed = Object.keys(patch).filter((key) => patch[key] !== current[key])
    if (!changed.length) return
    current = { ...current, ...patch }
    keep(step)
    tell(changed)
  }

  /** Put the state into the address, where the browser allows it (a sandboxed frame may not). */
  function keep(step) {
    mark()
    try {
      window.history[step ? 'pushState' : 'replaceState'](null, '', address())
    } catch (error) {
      if (error.name !== 'SecurityError') throw error
    }
  }

  /** Put the state into the page, for a copy of it; the language stands there anyway. */
  function mark() {
    root.dataset.state = new URLSearchParams(Object.entries(current).filter(([, value]) => value))
  }

  function tell(changed) {
    document.dispatchEvent(new CustomEvent('state', { detail: new Set(changed) }))
  }

  window.addEventListener('popstate', () => {
    const before = current
    current = fromAddress()
    mark()
    tell(Object.keys(read).filter((key) => before[key] !== current[key]))
  })

  return { address, change, get: () => current }
})()

/** Call back whenever one of these parts of the state has changed. */
function onState(parts, call) {
  document.addEventListener('state', ({ detail }) => parts.some((part) => detail.has(part)) && call())
}
