'use strict'

/**
 * What stands where on the finished sheet, measured where it was drawn: the lines of the labels, the symbols and
 * the leader lines, each with its presence, and all other lines of type, each with its paragraph; boxes as [left, top, right, bottom], lines as [x, y, x, y], millimetres.
 */
function measured() {
  const every = (selector) => [...document.querySelectorAll(selector)]
  const own = (element) => element.closest('[data-presence]').dataset.presence
  return {
    labels: every('#labels text').map((text) => [own(text), ink(text), text.textContent]),
    texts: every('text:not(.label)').map((text) => [paragraph(text), ink(text), text.textContent]),
    symbols: every('#symbols use').map((symbol) => [own(symbol), placed(symbol)]),
    leaders: every('#leaders .leader').map((leader) => [own(leader), ends(leader), leader.matches('.tether')]),
  }
}

/** A key that the lines of one paragraph share. */
function paragraph(text) {
  const groups = [...document.querySelectorAll('[role=listitem], [role=heading]')]
  const at = groups.indexOf(text.closest('[role=listitem], [role=heading]'))
  return at < 0 ? text.textContent : `paragraph ${at}`
}

/** The box of what is inked of a line of type: its length, and as high as its highest and lowest letters. */
function ink(text) {
  const { x, width } = text.getBBox()
  let [above, below, y] = [0, 0, text.y.baseVal[0].value]
  for (const node of text.childNodes) {
    const shift = node.dy ? node.dy.baseVal[0].value : 0
    const { up, down } = reach(node.textContent, getComputedStyle(node.nodeType === 1 ? node : text))
    above = Math.max(above, up - shift)
    below = Math.max(below, down + shift)
  }
  return [x, y - above, x + width, y + below]
}

/** How far the letters of a text reach above and below the base line. */
function reach(text, { fontFamily, fontSize, fontWeight, direction }) {
  const [context, fine] = [reach.canvas.getContext('2d'), 100]
  context.font = `${fontWeight} ${parseFloat(fontSize) * fine}px ${fontFamily}`
  context.direction = direction
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(text)
  return { up: actualBoundingBoxAscent / fine, down: actualBoundingBoxDescent / fine }
}
reach.canvas = document.createElement('canvas')

/** The box of a symbol where its reference moves it. */
function placed(symbol) {
  const { x, y, width, height } = symbol.getBBox()
  const { a, d, e, f } = symbol.transform.baseVal.consolidate().matrix
  return [x * a + e, y * d + f, (x + width) * a + e, (y + height) * d + f]
}

function ends(leader) {
  const [start, end] = [0, leader.getTotalLength()].map((at) => leader.getPointAtLength(at))
  return [start.x, start.y, end.x, end.y]
}
