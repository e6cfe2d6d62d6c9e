/** Nothing stands where it is not, whatever the list, the zoom, the size of text and the edges of the view. */
import assert from 'node:assert/strict'
import { arrangeSymbols } from '../../mapping/web/js/pure/arrangement.js'
import { boxAround, contains, overlap } from '../../mapping/web/js/pure/boxes.js'
import { makeRoom } from '../../mapping/web/js/pure/points.js'
import { memberPoints } from '../../mapping/web/js/pure/symbol-blocks.js'
import { intoView, showsNumber } from '../../mapping/web/js/pure/view-edge.js'

/** @import { PlacedBlock, Point } from '../../mapping/web/js/types.d.ts' */

const FARTHEST = 26
const WORLD = { min: { x: 0, y: 0 }, max: { x: 900, y: 440 } }
/** What a symbol takes at the widths of screens. */
const WIDTHS = [10, 14, 18]

/** Numbers from 0 to 1, the same at every run: a linear congruential generator. */
function numbersFrom(seed = 1) {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
}

/** How lists lie: all over, in cities, along a coast, at the edges of the world, many at one point. */
const LISTS = {
  /** @param {() => number} next */
  scattered: (next) => ({ x: 900 * next(), y: 440 * next() }),
  /** @param {() => number} next */
  cities: (next) => {
    const city = Math.floor(12 * next())
    const spread = (next() + next() + next() - 1.5) * 40
    return { x: 65 + city * 70 + spread, y: 30 + (city * 173) % 380 + (next() - 0.5) * 50 }
  },
  /** @param {() => number} next */
  coast: (next) => {
    const along = next()
    return { x: 100 + 700 * along, y: 220 + 120 * Math.sin(9 * along) + 6 * next() }
  },
  /** @param {() => number} next */
  edges: (next) => ({ x: next() < 0.5 ? 5 * next() : 900 - 5 * next(), y: 440 * next() }),
  /** @param {() => number} next */
  stacked: (next) => ({ x: 90 * Math.floor(10 * next()), y: 44 + 88 * Math.floor(5 * next()) }),
}

/**
 * Return how far from its place whatever is shown stands, a circle from the nearest of those that it holds.
 *
 * @param {Point[]} points
 * @param {PlacedBlock[]} placed
 */
function offs(points, placed) {
  /** @param {Point} at @param {number} one */
  const off = (at, one) => Math.hypot(at.x - points[one].x, at.y - points[one].y)
  return placed.flatMap(({ block, middle }) =>
    block.group
      ? [Math.min(...block.members.map((one) => off(middle, one)))]
      : memberPoints(block, middle).map((at, k) => off(at, block.members[k]))
  )
}

/**
 * Make a list of one kind, drawn at a zoom.
 *
 * @param {keyof typeof LISTS} kind
 * @param {number} count
 * @param {number} zoom
 * @param {number} seed
 */
function listOf(kind, count, zoom, seed) {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, () => {
    const { x, y } = LISTS[kind](next)
    return { x: x * zoom, y: y * zoom }
  })
}

/** @param {number} zoom */
function worldAt(zoom) {
  return { min: WORLD.min, max: { x: WORLD.max.x * zoom, y: WORLD.max.y * zoom } }
}

const KINDS = /** @type {(keyof typeof LISTS)[]} */ (Object.keys(LISTS))
const LENGTHS = [[40, 1], [150, 1], [151, 1], [900, 1], [900, 4]]

for (const kind of KINDS) {
  Deno.test(`${kind}: nothing is farther from its place than it may be, nothing is lost`, () => {
    WIDTHS.forEach((symbol, seed) => {
      for (const [count, zoom] of LENGTHS) {
        const list = listOf(kind, count, zoom, 97 * seed + count)
        for (const figures of [1, 2]) {
          const placed = arrangeSymbols(list, { figures, symbol }, worldAt(zoom))
          const off = Math.max(...offs(list, placed))
          assert.ok(off <= FARTHEST + 1e-6, `${symbol} ${count} ${zoom} ${figures}: ${off}`)
          assert.equal(placed.flatMap(({ block }) => block.members).length, count)
        }
      }
    })
  })

  Deno.test(`${kind}: of many as of few, all that is shown is within the frame of the world`, () => {
    for (const count of [100, 151, 1200]) {
      const placed = arrangeSymbols(listOf(kind, count, 1, 5), { figures: 1, symbol: 18 }, WORLD)
      for (const { block, middle } of placed) {
        const [wide, high] = [block.width, block.height].map((side) => Math.min(side / 2, FARTHEST))
        assert.ok(middle.x >= wide && middle.x <= WORLD.max.x - wide)
        assert.ok(middle.y >= high && middle.y <= WORLD.max.y - high)
      }
    }
  })
}

const VIEW = { min: { x: 0, y: 0 }, max: { x: 360, y: 420 } }
const FREE = () => true

/** @param {number} x @param {number} y @param {number} [width] */
function circleAt(x, y, width = 30) {
  return { home: { x, y }, middle: { x, y }, settled: { x, y }, width }
}

Deno.test('a circle that the edge of the view cuts stands in it, on whatever side', () => {
  for (const [x, y] of [[3, 200], [357, 200], [200, -9], [200, 425], [2, 3]]) {
    const middle = intoView(circleAt(x, y), VIEW, FREE)
    assert.ok(contains(VIEW, boxAround(middle, 30)), `${x} ${y}`)
    assert.ok(Math.hypot(middle.x - x, middle.y - y) <= FARTHEST)
  }
})

Deno.test('a circle that is wholly in view, or far from it, stays where it is', () => {
  for (const [x, y] of [[200, 200], [15, 15], [-19, 200], [200, 500]]) {
    assert.deepEqual(intoView(circleAt(x, y), VIEW, FREE), { x, y })
  }
})

Deno.test('one that would cover another, or be too far from its place, stays and shows no number', () => {
  const [cut, wide] = [circleAt(3, 200), circleAt(-5, 200, 60)]
  const other = boxAround({ x: 30, y: 200 }, 30)
  const stays = intoView(cut, VIEW, (box) => !overlap(box, other))
  assert.deepEqual([stays, intoView(wide, VIEW, FREE)], [cut.middle, wide.middle])
  const nothing = boxAround({ x: -99, y: -99 }, 1)
  assert.equal(showsNumber(cut.middle, 30, VIEW, nothing), false)
  assert.equal(showsNumber({ x: 11, y: 200 }, 30, VIEW, nothing), true)
  assert.equal(showsNumber({ x: 200, y: 200 }, 30, VIEW, boxAround({ x: 215, y: 200 }, 12)), false)
})

Deno.test('a circle and those of its members that are shown as themselves cover nothing of each other', () => {
  for (const width of [24, 38, 56, 70]) {
    for (const at of [[{ x: 0, y: 0 }], [{ x: 5, y: 0 }], [{ x: 60, y: 0 }]]) {
      const { members: [one], middle } = makeRoom(circleAt(0, 0, width), at, 18)
      assert.ok(Math.hypot(middle.x - one.x, middle.y - one.y) >= (width + 18) / 2)
      assert.ok(Math.hypot(middle.x, middle.y) <= FARTHEST + 1e-6)
      assert.ok(Math.hypot(one.x - at[0].x, one.y - at[0].y) <= FARTHEST + 1e-6)
      if (width < 30) assert.deepEqual(one, at[0])
    }
  }
})
