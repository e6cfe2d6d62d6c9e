'use strict'

/**
 * Move squares of one size apart until none overlaps another and all lie within a frame.
 *
 * Deterministic: the same points give the same places. Points that coincide end up side by side, in
 * the order of the list.
 */
function spread(points, size, frame, rounds = 300) {
  const places = points.map((point, order) => ({ x: point.x + order * 1e-4, y: point.y }))
  const often = 10 // rounds in which no two places come together that were far apart
  let near = []
  for (let round = 0, left = 0; round < rounds; round += 1, left -= 1) {
    if (left <= 0) {
      near = neighbours(places, 4 * size)
      left = often
    }
    if (round < rounds / 5) places.forEach((place, i) => pull(place, points[i]))
    let touching = false
    for (const [a, b] of near) touching = part(a, b, size) || touching
    if (frame) places.forEach((place) => hold(place, size / 2, frame))
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
      if (Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach) pairs.push([a, b])
    }
  }
  return pairs
}

/** Draw a place a little back to where it belongs, so that no push carries it further than needed. */
function pull(place, home) {
  place.x += (home.x - place.x) * 0.01
  place.y += (home.y - place.y) * 0.01
}

/** Push two overlapping squares apart along the shorter way; tell whether they did overlap. */
function part(a, b, size) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const [overX, overY] = [size - Math.abs(dx), size - Math.abs(dy)]
  if (overX <= 0.01 || overY <= 0.01) return false
  if (overX <= overY + 1) {
    const step = (dx < 0 ? -1 : 1) * (overX / 2 + 0.01)
    a.x -= step
    b.x += step
  } else {
    const step = (dy < 0 ? -1 : 1) * (overY / 2 + 0.01)
    a.y -= step
    b.y += step
  }
  return true
}

/** Keep a square within a frame. */
function hold(place, half, { min, max }) {
  place.x = Math.max(min.x + half, Math.min(max.x - half, place.x))
  place.y = Math.max(min.y + half, Math.min(max.y - half, place.y))
}
