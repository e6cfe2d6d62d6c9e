/** Where labels may stand, and which of them find a place. */
import assert from 'node:assert/strict'
import { boxAround, centreOf, contains, overlap } from '../../mapping/web/js/pure/boxes.js'
import { labelCandidates } from '../../mapping/web/js/pure/label-candidates.js'
import { LabelPlacement } from '../../mapping/web/js/pure/label-placement.js'
import { placeMore } from '../../mapping/web/js/pure/label-search.js'
import { finish } from '../../mapping/web/js/pure/steps.js'
import { cross, crossesBox } from '../../mapping/web/js/pure/segments.js'

const SIZE = { width: 60, height: 14 }
const FRAME = { min: { x: 0, y: 0 }, max: { x: 400, y: 300 } }
const WIDE = { min: { x: 0, y: 0 }, max: { x: 800, y: 300 } }
/** No land at all. */
/** @type {import('../../mapping/web/js/pure/label-costs.js').Ground} */
const SEA = { along: () => [], ashore: () => 0 }
const NOTHING = { min: { x: -9, y: -9 }, max: { x: -9, y: -9 } }

/**
 * @param {number} x
 * @param {number} y
 */
function request(x, y, size = SIZE) {
  return { symbol: boxAround({ x, y }, 16), size }
}

/**
 * @typedef {ReturnType<typeof request>} Label
 * @typedef {import('../../mapping/web/js/types.d.ts').Box} Box
 * @typedef {import('../../mapping/web/js/types.d.ts').Segment} Segment
 * @typedef {import('../../mapping/web/js/types.d.ts').LabelCandidate} Candidate
 */

/**
 * @param {Label[]} labels
 * @param {Partial<ConstructorParameters<typeof LabelPlacement>[1]>} [conditions]
 * @param {Map<Label, Candidate>} [kept]
 * @param {(label: Label) => typeof SEA} [groundOf]
 */
function start(labels, conditions = {}, kept = new Map(), groundOf = () => SEA) {
  const symbols = labels.map(({ symbol }) => symbol)
  const usual = { avoid: NOTHING, frame: FRAME, symbols }
  const placement = new LabelPlacement(
    labels,
    { ...usual, direction: 'ltr', ...conditions },
    kept,
  )
  finish(placement.begin(groundOf))
  finish(placement.lead())
  return placement
}

/**
 * @param {Label[]} labels
 * @param {Partial<ConstructorParameters<typeof LabelPlacement>[1]>} [conditions]
 */
function place(labels, conditions = {}) {
  const placement = start(labels, conditions)
  finish(placeMore(placement))
  return placement.places()
}

/** Many symbols close together, as in a crowded part of the world. */
function crowd() {
  return Array.from({ length: 40 }, (_, i) => request(120 + 22 * (i % 8), 100 + 22 * (i >> 3)))
}

Deno.test('boxes that share a side do not overlap, and a frame contains what touches it', () => {
  const a = boxAround({ x: 8, y: 8 }, 16)
  assert.equal(overlap(a, boxAround({ x: 24, y: 8 }, 16)), false)
  assert.equal(overlap(a, boxAround({ x: 23, y: 8 }, 16)), true)
  assert.equal(contains(FRAME, a), true)
  assert.equal(contains(FRAME, boxAround({ x: 7, y: 8 }, 16)), false)
})

Deno.test('a label stands after its symbol, in the direction of writing', () => {
  const { symbol } = request(100, 100)
  const [ltr] = labelCandidates(symbol, SIZE, 'ltr')
  const [rtl] = labelCandidates(symbol, SIZE, 'rtl')
  assert.deepEqual(ltr, {
    box: { min: { x: 111, y: 93 }, max: { x: 171, y: 107 } },
    column: 'after',
  })
  assert.deepEqual(rtl, {
    box: { min: { x: 29, y: 93 }, max: { x: 89, y: 107 } },
    column: 'before',
  })
})

Deno.test('no candidate covers its symbol, and all differ', () => {
  const { symbol } = request(100, 100)
  const candidates = labelCandidates(symbol, SIZE, 'ltr')
  assert.equal(new Set(candidates.map(({ box }) => `${box.min.x},${box.min.y}`)).size, 24)
  assert.ok(candidates.every(({ box }) => !overlap(box, symbol)))
})

Deno.test('labels and their lines touch no symbol, no other label and no edge', () => {
  const labels = crowd()
  const placed = [...place(labels)]
  assert.ok(placed.length > 15)
  placed.forEach(([label, { box, line }], i) => {
    assert.ok(contains(FRAME, box))
    for (const { symbol } of labels) {
      assert.ok(!overlap(box, symbol))
      if (line && symbol !== label.symbol) assert.ok(!crossesBox(line, symbol))
    }
    placed.forEach(([, other], j) => {
      if (i === j) return
      assert.ok(!overlap(box, other.box))
      if (line) assert.ok(!crossesBox(line, other.box))
      if (line && other.line) assert.ok(!cross(line, other.line))
    })
  })
})

Deno.test('a line begins in its symbol, and its end meets the label', () => {
  const led = [...place(crowd())].filter(([, { line }]) => line)
  assert.ok(led.length > 5)
  for (const [{ symbol }, { box, line }] of led) {
    assert.deepEqual(line?.[0], centreOf(symbol))
    assert.ok(overlap(boxAround(line[1], 5), box))
  }
})

Deno.test('no line runs, and no label stands, where none may', () => {
  const conditions = {
    frame: WIDE,
    mayRun: (/** @type {Segment} */ [, { x }]) => x > 200,
    mayStand: (/** @type {Box} */ { max }) => max.x < 330,
  }
  const placed = [...place(crowd(), conditions).values()]
  const led = placed.filter(({ line }) => line)
  assert.ok(led.length > 3)
  assert.ok(led.every(({ line }) => (line?.[1].x ?? 0) > 200))
  assert.ok(placed.every(({ box }) => box.max.x < 330))
})

Deno.test('no line is longer than an eighth of the view', () => {
  for (const frame of [FRAME, WIDE]) {
    const lines = [...place(crowd(), { frame }).values()].flatMap(({ line }) => line ? [line] : [])
    // Their ends are drawn in whole pixels.
    const lengths = lines.map(([from, to]) => Math.round(Math.hypot(to.x - from.x, to.y - from.y)))
    assert.ok(Math.max(...lengths) > 18)
    assert.ok(Math.max(...lengths) <= (frame.max.x - frame.min.x) / 8)
  }
})

Deno.test('none stands where a more important one could that has no place', () => {
  const labels = crowd().map((label, i) => ({ ...label, rank: i % 3 }))
  const placement = start(labels.toSorted((a, b) => a.rank - b.rank))
  finish(placeMore(placement))
  const placed = placement.places()
  const left = placement.labels.filter((label) => !placed.has(label))
  assert.ok(left.length > 0)
  for (const label of left) {
    const number = placement.labels.indexOf(label)
    for (const spot of [...placement.spots.near(number), ...placement.spots.far(number)]) {
      const others = placement.standing.touched(number, spot, 1)
      assert.ok(
        others.length > 1 || others.every((one) => placement.rank(one) <= placement.rank(number)),
      )
    }
  }
})

Deno.test('who looks for more places finds more, and comes to an end', () => {
  const placement = start(crowd())
  const before = placement.places().size
  assert.ok([...placeMore(placement)].length < 20_000)
  assert.ok(placement.places().size > before)
  assert.equal(placement.open.length, crowd().length - placement.places().size)
})

Deno.test('of as many that stand, the most important do that ever stood while more places were looked for', () => {
  const labels = crowd().map((label, i) => ({ ...label, rank: i % 6 }))
  const placement = start(labels.toSorted((a, b) => a.rank - b.rank))
  /** How many have no place, and how important they are. */
  const left = () => {
    const found = placement.labels.filter((_, number) => !placement.standing.at[number])
    return {
      count: found.length,
      ranks: found.reduce((sum, one) => sum + placement.rank(placement.labels.indexOf(one)), 0),
    }
  }
  const seen = [left()]
  for (const _ of placeMore(placement)) seen.push(left())
  const { count, ranks } = left()
  const fewest = Math.min(...seen.map((one) => one.count))
  assert.equal(count, fewest)
  assert.ok(count < seen[0].count)
  assert.ok(seen.every((one) => one.count > fewest || one.ranks <= ranks))
})

Deno.test('who stands badly gets a better place, for which another makes room', () => {
  const [first, second] = [request(100, 122), request(100, 100)]
  /** The second stands before its symbol or after it, where it is on the land of others. */
  const mayStand = (/** @type {Box} */ { min, max }, /** @type {Label} */ label) =>
    label === second ? min.y === 93 : min.y >= 129 || (max.x <= 92 && min.y < 110)
  const land = { ...SEA, ashore: (/** @type {Box} */ { min }) => Number(min.x > 100) }
  const groundOf = (/** @type {Label} */ label) => label === second ? land : SEA
  const placement = start([first, second], { mayStand }, new Map(), groundOf)
  const before = placement.places()
  assert.deepEqual([before.get(first)?.box.max.y, before.get(second)?.box.min.x], [114, 111])
  finish(placeMore(placement))
  const after = placement.places()
  assert.deepEqual([after.get(first)?.box.min.y, after.get(second)?.box.min.x], [130, 29])
})

Deno.test('labels that find no place are written in more lines', () => {
  // No room for 90 pixels beside the symbol, over it or under it; enough for 30.
  const label = request(30, 30, { width: 90, height: 14 })
  const placement = start([label], {
    frame: { min: { x: 0, y: 0 }, max: { x: 75, y: 60 } },
    narrower: () => [{ width: 30, height: 28 }],
  })
  assert.equal(placement.places().size, 0)
  finish(placeMore(placement))
  const [{ box }] = placement.places().values()
  assert.deepEqual([box.max.x - box.min.x, box.max.y - box.min.y], [30, 28])
})

Deno.test('no label stands where the name of a large country has room', () => {
  const placement = start(crowd(), { frame: WIDE })
  const name = { min: { x: 390, y: 20 }, max: { x: 500, y: 200 } }
  assert.ok([...placement.places().values()].every(({ box }) => !overlap(box, name)))
  placement.standing.hold([{ box: name }])
  finish(placeMore(placement))
  for (const { box, line } of placement.places().values()) {
    assert.ok(!overlap(box, name) && !(line && crossesBox(line, name)))
  }
})

Deno.test('labels that stood before a movement lose no place to others', () => {
  const labels = crowd()
  const symbols = labels.map(({ symbol }) => symbol)
  const before = place(labels.slice(0, 30), { symbols })
  const placement = start(labels, {}, new Map(before))
  finish(placeMore(placement))
  const after = placement.places()
  assert.ok([...before.keys()].every((label) => after.has(label)))
})

Deno.test('a label that stands well stays where it is', () => {
  const [label, other] = [request(100, 100), request(300, 200)]
  const [, , elsewhere] = labelCandidates(label.symbol, SIZE, 'ltr')
  const kept = new Map([[label, elsewhere]])
  const placed = start([other, label], {}, kept).places()
  assert.deepEqual(placed.get(label)?.box, elsewhere.box)
  assert.equal(placed.size, 2)
  const beyond = boxAround({ x: -50, y: 100 }, 10)
  const away = new Map([[label, { box: beyond, column: 'after' }]])
  assert.ok(contains(FRAME, start([label], {}, away).places().get(label)?.box ?? beyond))
})

Deno.test('the first is served first', () => {
  // Two that coincide, in a frame that has room for one label only.
  const frame = { min: { x: 0, y: 0 }, max: { x: 90, y: 16 } }
  const [first, second] = [request(8, 8), request(8, 8)]
  assert.deepEqual([...place([first, second], { frame }).keys()], [first])
})

Deno.test('one that has but one place gets it, where another can stand elsewhere', () => {
  const frame = { min: { x: 0, y: 0 }, max: { x: 160, y: 40 } }
  const [first, second] = [request(40, 24), request(130, 24, { width: 44, height: 14 })]
  const symbols = [first.symbol, second.symbol, boxAround({ x: 131, y: 1 }, 30)]
  const placement = start([first, second], { frame, symbols })
  finish(placeMore(placement))
  assert.equal(placement.places().size, 2)
})

Deno.test('no label lies where it would be covered', () => {
  const label = request(100, 100)
  const [best, next] = labelCandidates(label.symbol, SIZE, 'ltr')
  assert.deepEqual(place([label], { avoid: best.box }).get(label)?.box, next.box)
  assert.equal(place([label], { avoid: FRAME }).size, 0)
})
