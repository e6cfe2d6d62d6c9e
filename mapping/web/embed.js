import { SANDBOX } from './js/pure/sandbox.js'

/*
 * For pages that show the map: turns <presence-map src lang filter scheme> into a frame that sets its
 * height. What is in the element, a link, stays until the map has reported: a server that forbids
 * the frame leaves an empty box, and reports nothing.
 */
const NAME = 'presence-map'

class PresenceMap extends HTMLElement {
  static observedAttributes = ['filter', 'lang', 'scheme', 'src', 'title']
  /** @type {HTMLIFrameElement | undefined} */
  frame = undefined
  listener = (/** @type {MessageEvent} */ message) => this.hear(message)

  connectedCallback() {
    this.style.display ||= 'block'
    window.addEventListener('message', this.listener)
    this.frame = this.show('40rem')
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.listener)
    this.frame = undefined
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (!this.frame || before === after) return
    if (name === 'title') this.frame.title = after ?? ''
    else this.frame = this.show(this.frame.style.height)
  }

  /**
   * Show the map in a frame. A new one each time: a frame that goes elsewhere adds to the history of
   * the page, and Back would go through it.
   *
   * @param {string} height
   */
  show(height) {
    const frame = document.createElement('iframe')
    for (const earlier of this.querySelectorAll('iframe')) earlier.remove()
    frame.setAttribute('sandbox', SANDBOX)
    frame.loading = 'lazy'
    frame.referrerPolicy = 'no-referrer'
    frame.title = this.title || 'Map'
    Object.assign(frame.style, { border: '0', display: 'block', width: '100%' })
    frame.style.setProperty('height', height, 'important')
    frame.src = this.address()
    this.prepend(frame)
    return frame
  }

  address() {
    const address = new URL(this.getAttribute('src') ?? '', document.baseURI)
    address.search = this.getAttribute('filter') || ''
    address.searchParams.set('embed', '')
    for (const name of ['lang', 'scheme']) {
      const value = this.getAttribute(name)
      if (value) address.searchParams.set(name, value)
    }
    return address.href
  }

  /**
   * Take the height that the map asks for, and its title where the page gives none. A sandboxed frame
   * speaks with the origin "null"; only our own frame is listened to.
   *
   * @param {MessageEvent} message
   */
  hear({ data, origin, source }) {
    const { frame } = this
    if (!frame || source !== frame.contentWindow || origin !== 'null' || data?.type !== NAME) return
    const { height, title } = data
    for (const other of [...this.childNodes]) if (other !== frame) other.remove()
    if (Number.isFinite(height) && height >= 100 && height <= 5000) {
      frame.style.setProperty('height', `${height}px`, 'important')
    }
    if (typeof title === 'string' && !this.title) frame.title = title
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, PresenceMap)
