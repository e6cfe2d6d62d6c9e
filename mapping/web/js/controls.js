'use strict'

/** Zoom and pan buttons, and shortcuts to the world and to OHCHR's regions. */
function addControls(map, view, symbols) {
  const acts = { zoom_in: () => map.zoomIn(1), zoom_out: () => map.zoomOut(1), world: () => view.world() }
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', acts[button.dataset.act])
  }
  for (const button of document.querySelectorAll('[data-region]')) {
    const members = symbols.entries.filter(({ place }) => place.counted && place.region === button.dataset.region)
    button.addEventListener('click', () => view.show(members.map(({ anchor }) => anchor)))
  }
  addPanning(map, view)
  leaveScrolling(map.getContainer().parentElement, view)
}

/** What dragging does, by buttons: they are there wherever there is more of the world than is shown. */
function addPanning(map, view) {
  const pans = document.querySelector('.pans')
  for (const button of pans.querySelectorAll('[data-pan]')) {
    const way = L.point(button.dataset.pan.split(' ').map(Number))
    button.addEventListener('click', () => map.panBy(way.scaleBy(map.getSize()).divideBy(3), { animate: !view.calm.matches }))
  }
  const show = () => { pans.hidden = view.atWorld() }
  map.on('zoomend', show)
  show()
}

/** The wheel and, in a frame, one finger scroll the page; a hint says how the map is moved. */
function leaveScrolling(frame, view) {
  const hint = document.querySelector('.hint')
  let hiding
  const say = (word) => {
    hint.textContent = Words.say(word)
    hint.classList.add('shown')
    clearTimeout(hiding)
    hiding = setTimeout(() => hint.classList.remove('shown'), 1200)
  }
  frame.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    say('map.wheel')
  }, { capture: true, passive: true })
  frame.addEventListener('touchmove', ({ touches }) => {
    if (view.still && !view.atWorld() && touches.length === 1) say('map.touch')
  }, { passive: true })
}
