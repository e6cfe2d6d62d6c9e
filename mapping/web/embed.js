'use strict'

/* For pages that show the map: turns <presence-map src lang filter> into a frame that sets its height. */
customElements.get('presence-map') || customElements.define('presence-map', class extends HTMLElement {
  static observedAttributes = ['filter', 'lang', 'src']

  connectedCallback() {
    this.frame = document.createElement('iframe')
    const { frame } = this
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads')
    frame.loading = 'lazy'
    frame.referrerPolicy = 'no-referrer'
    frame.title = this.getAttribute('title') || 'Map'
    Object.assign(frame.style, { border: '0', display: 'block', height: '40rem', width: '100%' })
    this.hear = (event) => this.resize(event)
    window.addEventListener('message', this.hear)
    this.point()
    this.replaceChildren(frame)
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.hear)
  }

  attributeChangedCallback() {
    if (this.frame) this.point()
  }

  point() {
    const address = new URL(this.getAttribute('src'), document.baseURI)
    address.search = this.getAttribute('filter') || ''
    address.searchParams.set('embed', '')
    if (this.lang) address.searchParams.set('lang', this.lang)
    if (this.frame.src !== address.href) this.frame.src = address.href
  }

  /* A sandboxed frame speaks with the origin "null"; only our own frame is listened to. */
  resize({ data, origin, source }) {
    const ours = source === this.frame.contentWindow && origin === 'null'
    if (!ours || data?.type !== 'presence-map') return
    const { height } = data
    if (Number.isFinite(height) && height >= 100 && height <= 5000) this.frame.style.height = `${height}px`
  }
})
