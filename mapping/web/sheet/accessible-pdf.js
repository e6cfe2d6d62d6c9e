/**
 * In a PDF, Chromium tags type and pictures, and no drawing. While a PDF is made, each drawing that has
 * a name is a picture of itself, of the same vectors, so that screen readers find the name. Headings and lists are tagged by their `role` in `sheet.svg` and
 * `_type.svg`; `chromium.py` asks for a tagged PDF.
 */

/** @type {{ drawing: SVGGraphicsElement, image: SVGImageElement }[]} */
let replaced = []

/** Replace each drawing that has a name by an image of itself. */
export async function replaceWithImages() {
  const sheet = document.querySelector('svg')
  if (!sheet) throw new TypeError('the page has no drawing')
  const drawings = [...sheet.querySelectorAll('[role=img]')]
    .filter((drawing) => drawing instanceof SVGGraphicsElement)
  replaced = drawings.map((drawing) => ({ drawing, image: imageOf(drawing, sheet) }))
  for (const { drawing, image } of replaced) drawing.replaceWith(image)
  await Promise.all(replaced.map(({ image }) => decode(image)))
}

/** Put the drawings back. */
export function restoreDrawings() {
  for (const { drawing, image } of replaced) image.replaceWith(drawing)
}

/**
 * Wait until an image can be shown at once (SVGImageElement.decode, of SVG 2; TypeScript lacks it).
 *
 * @param {SVGImageElement & { decode?: () => Promise<void> }} image
 */
function decode(image) {
  return image.decode?.()
}

/**
 * @param {SVGGraphicsElement} drawing
 * @param {SVGSVGElement} sheet
 */
function imageOf(drawing, sheet) {
  const [x, y, width, height] = boundsOnSheet(drawing, sheet)
  const alone = /** @type {SVGSVGElement} */ (sheet.cloneNode(false))
  const shared = [...sheet.querySelectorAll('style, defs')]
  alone.append(...[...shared, drawing].map((one) => one.cloneNode(true)))
  setAttributes(alone, {
    viewBox: [x, y, width, height].join(' '),
    width: `${width}mm`,
    height: `${height}mm`,
  })
  const text = new XMLSerializer().serializeToString(alone)
  const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
  setAttributes(image, {
    id: drawing.id,
    role: 'img',
    'aria-label': drawing.getAttribute('aria-label') ?? '',
    href: `data:image/svg+xml,${encodeURIComponent(text)}`,
    x,
    y,
    width,
    height,
  })
  return image
}

/**
 * @param {Element} element
 * @param {Record<string, string | number>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}

/**
 * Return the box of a drawing on the sheet, its outline included: left, top, width and height in
 * millimetres.
 *
 * @param {SVGGraphicsElement} drawing
 * @param {SVGSVGElement} sheet
 */
function boundsOnSheet(drawing, sheet) {
  const outline = 1
  const { x, y, width, height } = drawing.getBBox()
  const toSheet = sheet.getScreenCTM()?.inverse().multiply(drawing.getScreenCTM() ?? undefined)
  const from = new DOMPoint(x, y).matrixTransform(toSheet)
  const to = new DOMPoint(x + width, y + height).matrixTransform(toSheet)
  return [
    from.x - outline,
    from.y - outline,
    to.x - from.x + 2 * outline,
    to.y - from.y + 2 * outline,
  ]
}
