'use strict'

/** Before printing, tell the style sheet by how much the map must be scaled to fit a landscape page. */
function fitPaper(map) {
  const printable = 960
  window.addEventListener('beforeprint', () => {
    const { x: width, y: height } = map.getSize()
    const { style } = map.getContainer().parentElement
    style.setProperty('--print-zoom', String(printable / width))
    style.inlineSize = `${width}px`
    style.blockSize = `${height}px`
  })
  window.addEventListener('afterprint', () => {
    const { style } = map.getContainer().parentElement
    style.inlineSize = ''
    style.blockSize = ''
  })
}
