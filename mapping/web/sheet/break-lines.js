/** @typedef {{ text: string, weight: number, width: number, balance: boolean, whole: boolean, inWords: boolean }} MeasureRequest */

/** Pixels: type is measured large, as browsers round small type. */
const SIZE = 100
/** In sizes of type: what is less may have been rounded, and how much a width differs from the next. */
const [ROUNDING, STEP] = [0.001, 0.1]
/** Texts laid out together: of tens of thousands, each is found the slower the more there are. */
const AT_ONCE = 500

/** Between words of Chinese, which has no spaces: the zero width space. */
const BREAK = '\u200b'
const [CHINESE, HAN, AND] = [/\p{Script=Han}/u, /^\p{Script=Han}+$/u, /^[和及与]$/]
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** @typedef {[text: string, width: number, up: number, down: number]} Line */

const context = document.createElement('canvas').getContext('2d')

/**
 * Choose the fonts of all texts.
 *
 * @param {string} fonts
 */
export function setFonts(fonts) {
  document.body.style.fontFamily = fonts
}

/**
 * Break texts into lines as the browser would, without drawing them.
 *
 * Widths, asked for and returned, are in units of the size of type. Lines that are balanced or whole keep
 * words whole, in Chinese as well as they can; those that are in words do it there in any case. Return for
 * each request its lines, each as [text, width, how far its letters reach above the base line, how far below].
 *
 * @param {MeasureRequest[]} requests
 */
export function breakLines(requests) {
  const starts = Array.from(
    { length: Math.ceil(requests.length / AT_ONCE) },
    (_, at) => at * AT_ONCE,
  )
  return starts.flatMap((start) => breakTogether(requests.slice(start, start + AT_ONCE)))
}

/**
 * @param {MeasureRequest[]} requests
 * @returns {Line[][]}
 */
function breakTogether(requests) {
  const blocks = requests.map(blockOf)
  document.body.append(...blocks.map(({ box }) => box))
  const lines = blocks.map(({ box, node }) => linesOf(node, getComputedStyle(box)))
  for (const { box } of blocks) box.remove()
  return lines
}

/**
 * Break texts in their widths, and in all narrower ones down to `least` in which their lines are others.
 *
 * Return for each request pairs of a width and the lines in it.
 *
 * @param {[requests: MeasureRequest[], least: number]} asked
 */
export function breakNarrower([requests, least]) {
  return requests.map((request) => {
    const { box, node } = blockOf(request)
    document.body.append(box)
    /** @type {[width: number, lines: Line[]][]} */
    const found = []
    for (let width = request.width; width >= least;) {
      box.style.inlineSize = `${width * SIZE}px`
      const lines = linesOf(node, getComputedStyle(box))
      found.push([width, lines])
      const filled = lines.map((line) => line[1]).filter((one) => one <= width)
      width = Math.min(Math.max(...filled) - ROUNDING, width - STEP)
    }
    box.remove()
    return found
  })
}

/** @param {MeasureRequest} request */
function blockOf({ text, weight, width, balance, whole, inWords }) {
  const box = document.createElement('p')
  const isChinese = inWords && CHINESE.test(text)
  const node = document.createTextNode(isChinese ? markBreaks(text) : text)
  box.classList.toggle('whole', balance || whole)
  box.classList.toggle('chinese', isChinese)
  box.append(node)
  Object.assign(box.style, {
    fontSize: `${SIZE}px`,
    fontWeight: weight,
    inlineSize: width ? `${width * SIZE}px` : 'max-content',
    textWrap: balance ? 'balance' : 'wrap',
  })
  return { box, node }
}

/**
 * Return a text with marks where Chinese may be broken: between words of two letters or more, and behind
 * "and".
 *
 * Next to one letter it is not: foreign names are no words, and fall into single letters.
 *
 * @param {string} text
 */
export function markBreaks(text) {
  const parts = [...words.segment(text)].map((one) => one.segment)
  return parts.map((part, at) => mayBreak(parts[at - 1] ?? '', part) ? BREAK + part : part).join('')
}

/**
 * @param {string} before
 * @param {string} after
 */
function mayBreak(before, after) {
  const isLong = before.length > 1 && after.length > 1
  return HAN.test(before) && HAN.test(after) && (isLong || AND.test(before))
}

/**
 * Return the lines of a text as it was laid out.
 *
 * @param {Text} node
 * @param {CSSStyleDeclaration} style
 * @returns {Line[]}
 */
function linesOf(node, style) {
  const range = document.createRange()
  /**
   * @param {number} start
   * @param {number} end
   */
  const span = (start, end) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return range.getBoundingClientRect()
  }
  const starts = [0]
  /** @type {number | null} */
  let next = 0
  while (next !== null) {
    next = nextLine(node.length, next, (at) => span(at, at + 1))
    if (next !== null) starts.push(next)
  }
  return starts.map((start, number) => {
    const text = node.data.slice(start, starts[number + 1])
    const { width } = span(start, start + text.trimEnd().length)
    return [text.trim().replaceAll(BREAK, ''), width / SIZE, ...heightOf(text, style)]
  })
}

/**
 * Return how far the letters of a text reach above and below the base line.
 *
 * @param {string} text
 * @param {CSSStyleDeclaration} style
 * @returns {[up: number, down: number]}
 */
function heightOf(text, { fontFamily, fontSize, fontWeight }) {
  if (!context) throw new TypeError('there is no canvas to measure type with')
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`
  const ink = context.measureText(text)
  return [ink.actualBoundingBoxAscent / SIZE, ink.actualBoundingBoxDescent / SIZE]
}

/**
 * Return where the line after the one that begins at `start` begins, or null: the first character that
 * is lower.
 *
 * @param {number} length
 * @param {number} start
 * @param {(at: number) => DOMRect} boxOf a character
 */
function nextLine(length, start, boxOf) {
  if (start >= length) return null
  const level = boxOf(start).top
  let [above, below] = [start, length]
  while (below - above > 1) {
    const middle = (above + below) >> 1
    if (boxOf(middle).top > level + SIZE / 2) below = middle
    else above = middle
  }
  return below < length ? below : null
}
