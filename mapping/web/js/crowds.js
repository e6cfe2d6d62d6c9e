'use strict'

/** What makes a crowd: how close together symbols lie, in widths of a symbol, and how many they are. */
const CROWDS = [
  { within: 0.1, fewest: 3 }, // of one city
  { within: 0.5, fewest: 8 }, // of cities that this view can hardly tell apart
]

/**
 * Gather symbols into blocks: a crowd stands in rows and columns around the middle of its points, any
 * other symbol is a block of its own. `home` is where a block belongs, in whole pixels; `members` are
 * numbers of points; blocks come in the order of the list.
 */
function gather(points, size) {
  let alone = points.map((_, number) => number)
  const crowds = CROWDS.flatMap(({ within, fewest }) => {
    const found = crowdsAmong(points, alone, within * size, fewest)
    const taken = new Set(found.flat())
    alone = alone.filter((number) => !taken.has(number))
    return found
  })
  const blocks = [...crowds, ...alone.map((number) => [number])].map((members) => block(points, members, size))
  return blocks.sort((a, b) => a.order - b.order)
}

/** From west to east, each symbol with those that lie close to it. */
function crowdsAmong(points, numbers, reach, fewest) {
  const eastward = [...numbers].sort((a, b) => points[a].x - points[b].x)
  const [crowds, taken] = [[], new Set()]
  eastward.forEach((first, at) => {
    const crowd = []
    for (let next = at; next < eastward.length && points[eastward[next]].x <= points[first].x + reach; next += 1) {
      const high = Math.abs(points[eastward[next]].y - points[first].y)
      if (high <= reach && !taken.has(eastward[next])) crowd.push(eastward[next])
    }
    if (crowd.length < fewest || taken.has(first)) return
    crowds.push(crowd)
    for (const number of crowd) taken.add(number)
  })
  return crowds
}

/** As square as can be, in the order of the list, or of their points from north to south and west to east. */
function block(points, members, size) {
  const inOrder = [...members].sort((a, b) => points[a].y - points[b].y || a - b)
  const columns = Math.ceil(Math.sqrt(members.length))
  const rows = Array.from({ length: Math.ceil(members.length / columns) }, (_, row) =>
    inOrder.slice(row * columns, (row + 1) * columns).sort((a, b) => points[a].x - points[b].x || a - b),
  )
  const middle = (axis) => Math.round(members.reduce((sum, member) => sum + points[member][axis], 0) / members.length)
  return {
    columns,
    height: rows.length * size,
    home: { x: middle('x'), y: middle('y') },
    members: rows.flat(),
    order: Math.min(...members),
    width: columns * size,
  }
}

/** Where the members of a block stand around its middle, row after row. */
function stand({ columns, height, members, width }, { x, y }) {
  const size = width / columns
  return members.map((_, number) => {
    const [column, row] = [number % columns, Math.floor(number / columns)]
    return L.point(x + (column * size - (width - size) / 2), y + (row * size - (height - size) / 2))
  })
}
