'use strict'

/** Zoom buttons, and shortcuts to the world and to OHCHR's regions. */
function addControls(map, view, symbols) {
  const acts = { zoom_in: () => map.zoomIn(1), zoom_out: () => map.zoomOut(1), world: () => view.world() }
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', acts[button.dataset.act])
  }
  for (const button of document.querySelectorAll('[data-region]')) {
    const members = symbols.entries.filter(({ place }) => place.counted && place.region === button.dataset.region)
    button.addEventListener('click', () => view.show(members.map(({ anchor }) => anchor)))
  }
  leaveScrolling(map.getContainer().parentElement)
}

/** The wheel scrolls the page; with Ctrl or ⌘ it zooms the map, and a hint says so. */
function leaveScrolling(frame) {
  const hint = document.querySelector('.hint')
  let hiding
  frame.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    hint.classList.add('shown')
    clearTimeout(hiding)
    hiding = setTimeout(() => hint.classList.remove('shown'), 1200)
  }, { capture: true, passive: true })
}
