/*
 * A host that treats frames as WordPress does by its documented protocol: a frame it has made of an
 * oEmbed answer stays hidden until it has sent a message with its secret; it may set its height, from
 * 200 to 1000 pixels, and open links of its own host while it has the focus.
 */
const LATE_SECRET = 'lateSecret'

addEventListener('message', ({ data, source }) => {
  const { message, secret, value } = data ?? {}
  if (!secret || /[^a-zA-Z0-9]/.test(secret)) return
  for (const quotation of document.querySelectorAll('blockquote')) {
    if (quotation.dataset.secret === secret) quotation.hidden = true
  }
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.dataset.secret !== secret || frame.contentWindow !== source) continue
    frame.removeAttribute('style')
    if (message === 'height') {
      frame.height = String(Math.min(1000, Math.max(200, Number.parseInt(value, 10) || 0)))
    } else if (message === 'link') openLink(frame, new URL(value))
  }
})

addEventListener('DOMContentLoaded', () => {
  for (const frame of document.querySelectorAll('iframe')) {
    if (!frame.dataset.secret) {
      frame.dataset.secret = LATE_SECRET
      frame.src += `#?secret=${LATE_SECRET}`
    }
    frame.contentWindow?.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*')
  }
})

/**
 * @param {HTMLIFrameElement} frame
 * @param {URL} address
 */
function openLink(frame, address) {
  const isOwn = address.host === new URL(frame.src).host && document.activeElement === frame
  if (/^https?:$/.test(address.protocol) && isOwn) window.location.href = address.href
}
