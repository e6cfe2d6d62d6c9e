'use strict'

/** The map alone, in a frame of another page: links out, and tells its height. */
function beEmbedded() {
  const link = document.querySelector('.full-page')
  const full = () => {
    const address = State.address()
    address.searchParams.delete('embed')
    link.href = address.href
  }
  full()
  document.addEventListener('state', full)
  link.hidden = false
  document.querySelector('.legend').open = window.matchMedia('(min-width: 40rem)').matches
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'presence-map', height }, '*')
  }).observe(document.documentElement)
}

/** The dialog that gives the code for another page. */
function offerEmbedding() {
  const dialog = document.querySelector('.embedding')
  const [frame, script] = dialog.querySelectorAll('textarea')
  const offer = document.querySelector('.offer')
  offer.hidden = false
  offer.addEventListener('click', () => {
    const address = Embedding.published(State.address())
    address.searchParams.set('embed', '')
    address.searchParams.set('lang', Words.code)
    const code = Embedding.frame(address.href, Words.say('title'))
    frame.value = code
    script.value = Embedding.element(address)
    dialog.showModal()
  })
  for (const button of dialog.querySelectorAll('[data-copy]')) {
    const field = dialog.querySelector(button.dataset.copy)
    button.addEventListener('click', async () => {
      const copied = await Share.copy(field.value, button)
      dialog.querySelector('output').textContent = Words.say(copied ? 'share.copied' : 'share.not_copied')
    })
  }
  dialog.querySelector('.close').addEventListener('click', () => dialog.close())
}

/** Code for another page, as text. */
const Embedding = (() => {
  const attribute = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

  function frame(address, title) {
    const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads'
    return `<iframe title="${attribute(title)}" src="${attribute(address)}" width="100%" height="640"`
      + ` style="border:0;width:100%;aspect-ratio:4/3;height:auto;min-height:480px" loading="lazy" sandbox="${sandbox}" referrerpolicy="no-referrer"></iframe>`
  }

  function element(address) {
    const page = new URL(address)
    const filter = new URLSearchParams(page.search)
    filter.delete('embed')
    filter.delete('lang')
    page.search = ''
    const host = new URL('embed.js', page).href
    return `<script src="${attribute(host)}" defer><\/script>\n`
      + `<presence-map title="${attribute(Words.say('title'))}" src="${attribute(page.href)}" lang="${Words.code}" filter="${attribute(filter.toString())}"></presence-map>`
  }

  /** The state at the address where the map is published, as far as the edition names one. */
  function published(address) {
    return data.address ? new URL(address.search, data.address) : address
  }

  return { element, frame, published }
})()
