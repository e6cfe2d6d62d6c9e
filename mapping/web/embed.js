/* For pages that show the map: turns <presence-map src lang filter> into a frame that sets its height. */
import { SANDBOX } from './js/pure/sandbox.js'

const NAME = 'presence-map'

class PresenceMap extends HTMLElement {
  static observedAttributes = ['filter', 'lang', 'src']
  /** @type {HTMLIFrameElement | undefined} */
  frame = undefined
  listener = (/** @type {MessageEvent} */ message) => this.resize(message)

  connectedCallback() {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', SANDBOX)
    frame.loading = 'lazy'
    frame.referrerPolicy = 'no-referrer'
    frame.title = this.getAttribute('title') || 'Map'
    Object.assign(frame.style, { border: '0', display: 'block', height: '40rem', width: '100%' })
    window.addEventListener('message', this.listener)
    this.frame = frame
    this.point(frame)
    this.replaceChildren(frame)
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.listener)
  }

  attributeChangedCallback() {
    if (this.frame) this.point(this.frame)
  }

  /** @param {HTMLIFrameElement} frame */
  point(frame) {
    const address = new URL(this.getAttribute('src') ?? '', document.baseURI)
    address.search = this.getAttribute('filter') || ''
    address.searchParams.set('embed', '')
    if (this.lang) address.searchParams.set('lang', this.lang)
    if (frame.src !== address.href) frame.src = address.href
  }

  /**
   * Take the height that the map asks for. A sandboxed frame speaks with the origin "null"; only our
   * own frame is listened to.
   *
   * @param {MessageEvent} message
   */
  resize({ data, origin, source }) {
    const { frame } = this
    if (!frame || source !== frame.contentWindow || origin !== 'null') return
    const height = data?.type === NAME ? data.height : undefined
    if (Number.isFinite(height) && height >= 100 && height <= 5000) {
      frame.style.height = `${height}px`
    }
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, PresenceMap)
