'use strict'

/** Standing notes follow the view: each is shown while one of its areas is in view. */
function followView(map) {
  const notes = [...document.querySelectorAll('[data-note-areas]')].map((item) => ({
    item,
    shapes: item.dataset.noteAreas.split(' ').flatMap((code) => [...document.querySelectorAll(`[data-area="${code}"]`)]),
  }))
  const inView = (one) => {
    const [a, b] = [one.getBoundingClientRect(), map.getContainer().getBoundingClientRect()]
    return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
  }
  const update = () => {
    for (const { item, shapes } of notes) item.hidden = !shapes.some(inView)
  }
  map.on('moveend', update)
  update()
}
