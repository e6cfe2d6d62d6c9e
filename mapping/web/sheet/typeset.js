'use strict'

/** Choose the fonts of all texts. */
function dress(fonts) {
  document.body.style.fontFamily = fonts
}

/**
 * Break texts into lines as the browser would, without drawing them.
 *
 * Each task is { text, weight, width, balance }; widths, asked for and given, are in units of the size of
 * type. Lines that are balanced keep words whole, in Chinese as well as they can. Gives for each task its
 * lines, each as [text, width].
 */
function typeset(tasks) {
  const size = 100
  const boxes = tasks.map((task) => boxed(task, size))
  document.body.append(...boxes)
  const set = boxes.map((box) => broken(box.firstChild, size))
  for (const box of boxes) box.remove()
  return set
}

function boxed({ text, weight, width, balance }, size) {
  const box = document.createElement('p')
  box.classList.toggle('whole', balance)
  box.append(document.createTextNode(text))
  Object.assign(box.style, {
    fontSize: `${size}px`,
    fontWeight: weight,
    inlineSize: width ? `${width * size}px` : 'max-content',
    textWrap: balance ? 'balance' : 'wrap',
  })
  return box
}

/** The lines of a text as it was laid out. */
function broken(node, size) {
  const range = document.createRange()
  const span = (start, end) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return range.getBoundingClientRect()
  }
  const starts = [0]
  for (let next = 0; next !== null;) {
    next = nextLine(node.length, next, (at) => span(at, at + 1), size / 2)
    if (next !== null) starts.push(next)
  }
  return starts.map((start, number) => {
    const text = node.data.slice(start, starts[number + 1])
    return [text.trim(), span(start, start + text.trimEnd().length).width / size]
  })
}

/** Where the line after the one that begins at `start` begins, or null: the first sign that stands lower. */
function nextLine(length, start, place, drop) {
  if (start >= length) return null
  const level = place(start).top
  const lower = (at) => place(at).top > level + drop
  let [above, below] = [start, length]
  while (below - above > 1) {
    const middle = (above + below) >> 1
    if (lower(middle)) below = middle
    else above = middle
  }
  return below < length ? below : null
}
