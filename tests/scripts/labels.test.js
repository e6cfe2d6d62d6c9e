/** Where labels may stand, and which of them find a place. */
import assert from 'node:assert/strict'
import { boxAround, centreOf, contains, overlap } from '../../mapping/web/js/pure/boxes.js'
import { distantCandidates, labelCandidates } from '../../mapping/web/js/pure/label-candidates.js'
import { LabelPlacement } from '../../mapping/web/js/pure/label-placement.js'
import { finish } from '../../mapping/web/js/pure/steps.js'
import { cross, crossesBox } from '../../mapping/web/js/pure/segments.js'

const SIZE = { width: 60, height: 14 }
const FRAME = { min: { x: 0, y: 0 }, max: { x: 400, y: 300 } }
const WIDE = { min: { x: 0, y: 0 }, max: { x: 800, y: 300 } }
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
 * @typedef {import('../../mapping/web/js/types.d.ts').LabelCandidate} Candidate
 */

/**
 * @param {Label[]} labels
 * @param {Partial<ConstructorParameters<typeof LabelPlacement>[1]>} [conditions]
 * @param {Map<Label, Candidate>} [kept]
 */
function start(labels, conditions = {}, kept = new Map()) {
  const symbols = labels.map(({ symbol }) => symbol)
  const usual = { avoid: NOTHING, frame: FRAME, symbols }
  const placement = new LabelPlacement(
    labels,
    { ...usual, direction: 'ltr', ...conditions },
    kept,
  )
  finish(placement.begin())
  return placement
}

/**
 * @param {Label[]} labels
 * @param {Partial<ConstructorParameters<typeof LabelPlacement>[1]>} [conditions]
 */
function place(labels, conditions = {}) {
  return start(labels, conditions).places()
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
  assert.equal(new Set(candidates.map(({ box }) => `${box.min.x},${box.min.y}`)).size, 16)
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

Deno.test('no line runs, and no label is led, where none may', () => {
  const placed = [
    ...place(crowd(), { frame: WIDE, isClear: ([, { x }], { max }) => x > 200 && max.x < 330 })
      .values(),
  ]
  const led = placed.filter(({ line }) => line)
  assert.ok(led.length > 3)
  assert.ok(led.every(({ box, line }) => (line?.[1].x ?? 0) > 200 && box.max.x < 330))
})

Deno.test('no line is longer than an eighth of the view', () => {
  for (const frame of [FRAME, WIDE]) {
    const lines = [...place(crowd(), { frame }).values()].flatMap(({ line }) => line ? [line] : [])
    const lengths = lines.map(([from, to]) => Math.hypot(to.x - from.x, to.y - from.y))
    assert.ok(Math.max(...lengths) > 18)
    assert.ok(Math.max(...lengths) <= (frame.max.x - frame.min.x) / 8)
  }
})

/**
 * @param {(box: Box) => boolean} isOnLand
 * @param {(box: Box) => boolean} isForeign
 */
function ground(isOnLand, isForeign = () => false) {
  return { isForeign, isOnLand }
}

Deno.test('a label stands on the land of others only where its own and the sea have no room', () => {
  const { symbol } = request(100, 100)
  const land = ground(() => true, ({ min }) => min.x > 100)
  const places = distantCandidates(symbol, SIZE, 100, land)
  const firstForeign = places.findIndex(({ box }) => box.min.x > 100)
  assert.ok(firstForeign > 0)
  assert.ok(places.slice(firstForeign).every(({ box }) => box.min.x > 100))
})

Deno.test('on the land of others, lines are half as long as the longest at the most', () => {
  const { symbol } = request(100, 100)
  const places = distantCandidates(symbol, SIZE, 48, ground(() => true, () => true))
  const lengths = places.flatMap(({ line }) =>
    line ? [Math.hypot(line[1].x - line[0].x, line[1].y - line[0].y)] : []
  )
  assert.ok(lengths.length > 0)
  assert.ok(Math.max(...lengths) <= 24.001)
})

Deno.test('none stands where a more important one could that has no place', () => {
  const labels = crowd().map((label, i) => ({ ...label, rank: i % 3 }))
  const placement = start(labels.toSorted((a, b) => a.rank - b.rank))
  while (placement.canImprove()) finish(placement.improve())
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

Deno.test('a label at the end of a line stands in the sea where the line reaches it', () => {
  const { symbol } = request(100, 100)
  /** @param {number} coast */
  const first = (coast) =>
    distantCandidates(symbol, SIZE, 100, ground(({ max }) => max.x > coast))[0]
  assert.ok(first(60).box.max.x <= 60)
  assert.equal(first(-200).line?.[1].x, 118)
})

Deno.test('where there is no sea, a label stands near its symbol or nowhere', () => {
  const { symbol } = request(100, 100)
  const places = distantCandidates(symbol, SIZE, 300, ground(() => true))
  const lengths = places.flatMap(({ line }) =>
    line ? [Math.hypot(line[1].x - line[0].x, line[1].y - line[0].y)] : []
  )
  assert.ok(lengths.length > 100)
  assert.ok(Math.max(...lengths) < 60)
})

Deno.test('another attempt never leaves fewer labels in their places', () => {
  const placement = start(crowd())
  let before = placement.places().size
  for (let i = 0; placement.canImprove(); i += 1) {
    const better = finish(placement.improve())
    assert.equal(placement.places().size > before, better)
    before = placement.places().size
    assert.ok(i < 20, 'it comes to an end')
  }
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
  assert.equal(place([first, second], { frame, symbols }).size, 2)
})

Deno.test('no label lies where it would be covered', () => {
  const label = request(100, 100)
  const [best, next] = labelCandidates(label.symbol, SIZE, 'ltr')
  assert.deepEqual(place([label], { avoid: best.box }).get(label)?.box, next.box)
  assert.equal(place([label], { avoid: FRAME }).size, 0)
})
