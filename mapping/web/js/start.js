/* Before anything is laid out: the language of the page, and that it is not yet ready. */
import { addressParameters } from './pure/address.js'
import { chooseLanguage } from './pure/language.js'
import { setScheme } from './scheme.js'
import { offerMap } from './scripts-off.js'

const root = document.documentElement
const written = { lang: root.lang, dir: root.dir }

const { default: byDefault = '', first = 'reader', languages = '' } =
  document.currentScript?.dataset ?? {}

// Firefox tells a screen reader the language that a page had when its body began, whatever comes later.
const directions = new Map(
  languages.trim().split(' ').map((one) => {
    const [code, direction] = one.split(':')
    return [code, direction]
  }),
)
// The address decides, then the reader's own language, then that of the file; what a browser saved stays,
// and so does the page of one language.
const address = addressParameters(window.location)
const asked = address.get('lang') ?? ''
const own = first === 'reader' && root.dataset.state === undefined ? navigator.languages : []
root.lang = chooseLanguage([asked, ...own, root.lang], [...directions.keys()]) ?? byDefault
root.dir = directions.get(root.lang) ?? ''

setScheme()

/* Until the map is ready the browser need not lay out what is under it; in no case for long. */
root.classList.add('starting')
root.classList.toggle('embed', address.has('embed'))
// Nor what is in another language than the page will be: whoever reads English need not see Chinese first.
root.classList.toggle('turning', root.lang !== written.lang)
// Nor need it draw what is not complete, which a slow processor does again and again: it waits until the map is
// there, but no longer than a second where the file is still on its way.
const wait = document.createElement('link')
Object.assign(wait, { blocking: 'render', href: '#ready', rel: 'expect' })
document.head.append(wait)
setTimeout(() => {
  const [entry] = performance.getEntriesByType('navigation')
  if (entry instanceof PerformanceNavigationTiming && !entry.responseEnd) wait.remove()
}, 1000)
// A page that a browser saved was ready then, and is not yet ready again.
root.removeAttribute('data-ready')
setTimeout(() => {
  if (!document.querySelector('.drawing, [data-ready]')) root.classList.add('late')
}, 3000)

// Where a later script was blocked, the page is as its file has it: one hash of a server's policy may be
// that of an earlier build.
window.addEventListener('load', () => {
  if (root.hasAttribute('data-ready')) return
  root.classList.remove('starting', 'embed')
  Object.assign(root, written)
  offerMap(false)
})
