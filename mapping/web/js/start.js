import { setScheme } from './scheme.js'

setScheme()
/* Until the map is ready the browser need not lay out what lies under it; in no case for long. */
document.documentElement.classList.add('starting')
// A page that a browser saved was ready then, and is not yet ready again.
document.documentElement.removeAttribute('data-ready')
setTimeout(() => document.documentElement.classList.remove('starting'), 3000)
