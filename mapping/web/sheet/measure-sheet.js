/** @typedef {[left: number, top: number, right: number, bottom: number]} Sides */

const context = document.createElement('canvas').getContext('2d')
/** How many times its size type is measured, for more places than a pixel has. */
const FINE = 100
/** What the lines of one paragraph are in. */
const PARAGRAPH = '[role=listitem], [role=heading]'

/**
 * What is where on the finished sheet, measured where it was drawn: the lines of the labels and of the
 * names of countries and seas, the symbols and the leader lines, each with its presence, callouts with
 * the first and with all of theirs, and all other lines of type, each with its paragraph; boxes as
 * [left, top, right, bottom], lines as [x, y, x, y], millimetres. Further pages are sheets as well,
 * from 1.
 *
 * @param {number | null} page
 */
export function measureSheet(page) {
  const sheet = document.querySelectorAll('body > svg')[page ?? 0]
  if (!sheet) throw new TypeError('there is no such page')
  /** @type {Map<Element | null, string>} */
  const paragraphs = new Map(
    [...sheet.querySelectorAll(PARAGRAPH)].map((one, number) => [one, `paragraph ${number}`]),
  )
  return {
    labels: queryAll(sheet, '#labels text', SVGTextElement).map((text) => [
      presenceOf(text),
      inkBox(text),
      text.textContent,
    ]),
    names: queryAll(sheet, '#names text', SVGTextElement).map((text) => [
      presenceOf(text),
      inkBox(text),
      text.textContent,
    ]),
    texts: queryAll(sheet, 'text:not(.label, .name)', SVGTextElement).map((text) => [
      paragraphs.get(text.closest(PARAGRAPH)) ?? text.textContent,
      inkBox(text),
      text.textContent,
    ]),
    groups: queryAll(sheet, '#symbols .group', SVGGElement).map((group) => {
      const presences = group.getAttribute('data-presences') ?? ''
      return [presenceOf(group), signBox(group), presences]
    }),
    symbols: queryAll(sheet, '#symbols use', SVGUseElement).map((symbol) => [
      presenceOf(symbol),
      symbolBox(symbol),
    ]),
    callouts: queryAll(sheet, '#leaders .callout', SVGRectElement).map((frame) => {
      const presences = frame.getAttribute('data-presences') ?? ''
      return [presences.split(' ')[0], frameBox(frame), presences]
    }),
    leaders: queryAll(sheet, '#leaders .leader, #names .leader', SVGGeometryElement).map((
      leader,
    ) => [
      presenceOf(leader),
      ends(leader),
      leader.matches('.tether'),
    ]),
  }
}

/**
 * @template {Element} T
 * @param {Element} sheet
 * @param {string} selector
 * @param {new () => T} type
 */
function queryAll(sheet, selector, type) {
  const found = [...sheet.querySelectorAll(selector)]
  return /** @type {T[]} */ (found.filter((one) => one instanceof type))
}

/** @param {Element} element */
function presenceOf(element) {
  return element.closest('[data-presence]')?.getAttribute('data-presence')
}

/**
 * @param {SVGGraphicsElement} frame
 * @returns {Sides}
 */
function frameBox(frame) {
  const { x, y, width, height } = frame.getBBox()
  return [x, y, x + width, y + height]
}

/**
 * Return the box of a sign of several presences and of the figures in it.
 *
 * @param {SVGGElement} group
 * @returns {Sides}
 */
function signBox(group) {
  const frames = queryAll(group, 'circle, rect', SVGGraphicsElement).map(frameBox)
  const boxes = [...frames, ...queryAll(group, 'text', SVGTextElement).map(inkBox)]
  const [lefts, tops, rights, bottoms] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side]))
  return [Math.min(...lefts), Math.min(...tops), Math.max(...rights), Math.max(...bottoms)]
}

/**
 * Return the box of what is inked of a line of type: its length, with what letters reach out of it, and
 * as high as its highest and lowest letters. (`getBBox` has whatever reaches out as wide as whole pixels.)
 *
 * @param {SVGTextElement} text
 * @returns {Sides}
 */
function inkBox(text) {
  const [start, end] = extent(text)
  const y = text.y.baseVal.getItem(0).value
  let [above, below, before, behind] = [0, 0, 0, 0]
  for (const node of text.childNodes) {
    const span = node instanceof SVGTSpanElement ? node : undefined
    const shift = span?.dy.baseVal.numberOfItems ? span.dy.baseVal.getItem(0).value : 0
    const ink = reach(node.textContent ?? '', getComputedStyle(span ?? text))
    above = Math.max(above, ink.up - shift)
    below = Math.max(below, ink.down + shift)
    before = Math.max(before, ink.before)
    behind = Math.max(behind, ink.behind)
  }
  return [start - before, y - above, end + behind, y + below]
}

/**
 * Return where a line of type begins and ends, on the left and on the right.
 *
 * @param {SVGTextElement} text
 */
function extent(text) {
  const { direction, textAnchor } = getComputedStyle(text)
  const [x, length] = [text.x.baseVal.getItem(0).value, text.getComputedTextLength()]
  if (textAnchor === 'middle') return [x - length / 2, x + length / 2]
  return (textAnchor === 'start') === (direction === 'ltr') ? [x, x + length] : [x - length, x]
}

/**
 * Return how far the letters of a text reach above and below the base line, and out of its length.
 *
 * @param {string} text
 * @param {CSSStyleDeclaration} style
 */
function reach(text, { direction, fontFamily, fontSize, fontStyle, fontWeight }) {
  if (!context) throw new TypeError('there is no canvas to measure type with')
  context.font = `${fontStyle} ${fontWeight} ${parseFloat(fontSize) * FINE}px ${fontFamily}`
  context.direction = direction === 'rtl' ? 'rtl' : 'ltr'
  context.textAlign = 'left'
  const ink = context.measureText(text)
  return {
    up: ink.actualBoundingBoxAscent / FINE,
    down: ink.actualBoundingBoxDescent / FINE,
    before: ink.actualBoundingBoxLeft / FINE,
    behind: (ink.actualBoundingBoxRight - ink.width) / FINE,
  }
}

/**
 * Return the box of a symbol where its reference moves it.
 *
 * @param {SVGUseElement} symbol
 * @returns {Sides}
 */
function symbolBox(symbol) {
  const { x, y, width, height } = symbol.getBBox()
  const { a, d, e, f } = symbol.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix()
  return [x * a + e, y * d + f, (x + width) * a + e, (y + height) * d + f]
}

/** @param {SVGGeometryElement} leader */
function ends(leader) {
  const [start, end] = [0, leader.getTotalLength()].map((at) => leader.getPointAtLength(at))
  return [start.x, start.y, end.x, end.y]
}
