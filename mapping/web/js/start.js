'use strict'

/* Until the map is ready the browser need not lay out what lies under it; in no case for long. */
document.documentElement.classList.add('starting')
// A page that a browser saved was ready then, and is not yet ready again.
document.documentElement.removeAttribute('data-ready')
setTimeout(started, 3000)

function started() {
  document.documentElement.classList.remove('starting')
}

/** Act once the map is on the screen and a waiting click is answered; a hidden page has no frames. */
function afterFirstFrame(act) {
  let waiting = true
  const once = () => {
    if (waiting) act()
    waiting = false
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, 250)
}
