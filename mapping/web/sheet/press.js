'use strict'

/**
 * In a PDF, Chromium tags type and pictures, and no drawing. While a PDF is made, each drawing that has
 * a name is a picture of itself, of the same vectors, so that whoever hears the sheet hears the name.
 */
async function picture() {
  const sheet = document.querySelector('svg')
  picture.taken = [...sheet.querySelectorAll('[role=img]')].map((drawing) => [drawing, pictureOf(drawing, sheet)])
  for (const [drawing, image] of picture.taken) drawing.replaceWith(image)
  await Promise.all(picture.taken.map(([, image]) => image.decode()))
}

/** Put the drawings back. */
function drawAgain() {
  for (const [drawing, image] of picture.taken) image.replaceWith(drawing)
}

function pictureOf(drawing, sheet) {
  const [x, y, width, height] = bounds(drawing, sheet)
  const alone = sheet.cloneNode(false)
  const shared = [...sheet.querySelectorAll('style, defs')]
  alone.append(...[...shared, drawing].map((one) => one.cloneNode(true)))
  const box = { viewBox: [x, y, width, height].join(' '), width: `${width}mm`, height: `${height}mm` }
  give(alone, box)
  const href = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(alone))}`
  const image = document.createElementNS(sheet.namespaceURI, 'image')
  const name = drawing.getAttribute('aria-label')
  give(image, { id: drawing.id, role: 'img', 'aria-label': name, href, x, y, width, height })
  return image
}

function give(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

/** The box of a drawing on the sheet, its outline included: left, top, width and height in millimetres. */
function bounds(drawing, sheet) {
  const outline = 1
  const { x, y, width, height } = drawing.getBBox()
  const moved = sheet.getScreenCTM().inverse().multiply(drawing.getScreenCTM())
  const [from, to] = [[x, y], [x + width, y + height]].map((corner) => new DOMPoint(...corner).matrixTransform(moved))
  return [from.x - outline, from.y - outline, to.x - from.x + 2 * outline, to.y - from.y + 2 * outline]
}
