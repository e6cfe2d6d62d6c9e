'use strict'

/**
 * Move blocks of symbols apart until none overlaps another and all lie within a frame; give the middle
 * of each. A block yields the less the more symbols it has, so that few are moved far.
 *
 * Deterministic: the same blocks give the same places. Symbols that coincide end up side by side, in
 * the order of the list.
 */
function spread(blocks, size, frame, rounds = 300) {
  const places = blocks.map(({ height, home, members, order, width }) => ({
    height, mass: members.length, width, x: home.x + order * 1e-4, y: home.y,
  }))
  const often = 10 // rounds in which no two places come together that were far apart
  let near = []
  for (let round = 0, left = 0; round < rounds; round += 1, left -= 1) {
    if (left <= 0) {
      near = neighbours(places, 3 * size)
      left = often
    }
    if (round < rounds / 5) places.forEach((place, i) => pull(place, blocks[i].home))
    let touching = false
    for (const [a, b] of near) touching = part(a, b) || touching
    if (frame) places.forEach((place) => hold(place, frame))
    if (!touching && left === often) break
    if (!touching) left = 0
  }
  return places.map(({ x, y }) => L.point(x, y))
}

/** Pairs that may come to overlap within some rounds, in the order of the list. */
function neighbours(places, reach) {
  const pairs = []
  for (let i = 0; i < places.length; i += 1) {
    const a = places[i]
    for (let j = i + 1; j < places.length; j += 1) {
      const b = places[j]
      const [wide, high] = [reach + (a.width + b.width) / 2, reach + (a.height + b.height) / 2]
      if (Math.abs(a.x - b.x) < wide && Math.abs(a.y - b.y) < high) pairs.push([a, b])
    }
  }
  return pairs
}

/** Draw a place a little back to where it belongs, so that no push carries it further than needed. */
function pull(place, home) {
  place.x += (home.x - place.x) * 0.01
  place.y += (home.y - place.y) * 0.01
}

/** Push two overlapping blocks apart along the shorter way, the lighter one further; tell whether they did overlap. */
function part(a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [overX, overY] = [(a.width + b.width) / 2 - Math.abs(dx), (a.height + b.height) / 2 - Math.abs(dy)]
  if (overX <= 0.01 || overY <= 0.01) return false
  const [axis, over, way] = overX <= overY + 1 ? ['x', overX, dx] : ['y', overY, dy]
  const step = (way < 0 ? -1 : 1) * (over / 2 + 0.01)
  a[axis] -= step * share(b, a)
  b[axis] += step * share(a, b)
  return true
}

/** How far the second of two is moved: once the step where both weigh the same, twice where it weighs nothing. */
function share(one, other) {
  return (2 * one.mass) / (one.mass + other.mass)
}

/** Keep a block within a frame. */
function hold(place, { min, max }) {
  place.x = Math.max(min.x + place.width / 2, Math.min(max.x - place.width / 2, place.x))
  place.y = Math.max(min.y + place.height / 2, Math.min(max.y - place.height / 2, place.y))
}
