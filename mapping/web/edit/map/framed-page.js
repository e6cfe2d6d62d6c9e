/**
 * A page in a frame. It is loaded again in a frame that is neither seen nor heard, which then takes the place
 * of the first: a screen reader that is told of each of a thousand new elements misses what is said meanwhile.
 */

/** @import { MapWindow } from '../types.d.ts' */

export class FramedPage {
  /**
   * @param {HTMLIFrameElement} frame
   * @param {() => void} show what to do with each page that is shown
   */
  constructor(frame, show) {
    this.frame = frame
    this.show = show
    this.next = frame
  }

  get window() {
    return /** @type {MapWindow} */ (this.frame.contentWindow)
  }

  /** @returns {boolean} whether the page that is shown is ready */
  get ready() {
    return isReady(this.frame)
  }

  /** @param {string} address */
  open(address) {
    const { next } = this
    next.addEventListener('load', () => this.take(next))
    next.src = address
  }

  /** Load the page that is shown again, in the state that it has. */
  reload() {
    if (this.next !== this.frame) this.next.remove()
    this.next = /** @type {HTMLIFrameElement} */ (this.frame.cloneNode())
    this.next.classList.add('unseen')
    this.open(this.ready ? this.window.location.href : this.frame.src)
    this.frame.after(this.next)
  }

  /**
   * Show a page that was loaded, where it is one; with the same in view and in focus as before.
   *
   * @param {HTMLIFrameElement} next
   */
  take(next) {
    if (next !== this.next || !isReady(next)) return
    const { frame, window: { location, scrollX, scrollY } } = this
    const hasFocus = document.activeElement === frame
    const id = presenceInFocus(frame)
    this.frame = next
    next.classList.remove('unseen')
    // A page takes the focus to what it shows only where it is in it already.
    if (hasFocus) next.focus({ preventScroll: true })
    this.follow(new URL(location.href))
    this.window.scrollTo(scrollX, scrollY)
    this.show()
    if (hasFocus && id) this.focus(id)
    if (frame !== next) frame.remove()
  }

  /** @param {URL} address whose state the page takes */
  follow(address) {
    const { history, location } = this.window
    if (address.href === location.href) return
    history.replaceState(history.state, '', address)
    this.window.dispatchEvent(new PopStateEvent('popstate'))
  }

  /** @param {string} id of the presence whose symbol is to have the focus */
  focus(id) {
    this.symbolOf(id)?.focus({ preventScroll: true })
  }

  /**
   * Take the symbol of a presence out of the others, so that it can be moved.
   *
   * @param {string} id
   */
  lift(id) {
    this.window.map_world.fire('lift', { id })
  }

  /**
   * Return the symbol of a presence on the map, if it has one of its own.
   *
   * @param {string} id
   */
  symbolOf(id) {
    const symbol = this.window.document.querySelector(`.world [data-presence="${id}"]`)
    return /** @type {HTMLElement | null} */ (symbol) ?? undefined
  }
}

/** @param {HTMLIFrameElement} frame */
function isReady({ contentDocument: page }) {
  return page?.readyState === 'complete' && page.documentElement.hasAttribute('data-ready')
}

/** @param {HTMLIFrameElement} frame */
function presenceInFocus({ contentDocument: page }) {
  return /** @type {HTMLElement | null | undefined} */ (page?.activeElement)?.dataset.presence
}
