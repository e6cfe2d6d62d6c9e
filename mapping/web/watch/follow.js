'use strict'

/* In the copy that `presence-map watch` serves, and in no file: follows the builds. */
{
  const { version } = document.currentScript.dataset
  const faults = document.querySelector('.faults')
  const hide = () => { faults.hidden = true }
  let waiting

  /** Say what is wrong, over the last good map. */
  const show = (told) => {
    const lines = told.faults.map((line) => Object.assign(document.createElement('li'), { textContent: line }))
    faults.querySelector('p').textContent = told.summary
    faults.querySelector('ul').replaceChildren(...lines)
    faults.hidden = false
  }

  faults.querySelector('button').addEventListener('click', hide)
  faults.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    hide()
  })

  hide()
  // A copy that the browser saved has no server to follow.
  if (window.location.protocol !== 'file:') new EventSource('events').addEventListener('message', (event) => {
    const told = JSON.parse(event.data)
    clearTimeout(waiting)
    if (told.version !== version) window.location.reload()
    // A file that is saved in two steps is whole again before one has read what was wrong.
    else if (told.faults.length) waiting = setTimeout(show, 200, told)
    else hide()
  })
}
