/** The paths of the world's shapes: in the detail of a scale, made in steps, as far as a view shows them. */
import assert from 'node:assert/strict'
import { DetailLevels } from '../../mapping/web/js/map/detail-levels.js'

/** What the browser has and this has not: a path that keeps its points. */
class Path {
  /** @type {number[][]} */
  points = []

  /** @param {number[]} point */
  moveTo(...point) {
    this.points.push(point)
  }

  /** @param {number[]} point */
  lineTo(...point) {
    this.points.push(point)
  }

  /** @param {Path} other */
  addPath({ points }) {
    this.points.push(...points)
  }
}
Object.assign(globalThis, { Path2D: Path })

const WORLD = { min: { x: 0, y: 0 }, max: { x: 1000, y: 1000 } }

/** A hundred squares, ten units wide, in a row that begins at the left. */
const squares = Array.from({ length: 100 }, (_, i) => {
  const [left, right] = [10 * i, 10 * i + 9]
  return Int32Array.from([left, 0, right, 0, right, 9, left, 9, left, 0])
})

function levels() {
  const runs = squares.map((_, i) => [i])
  return new DetailLevels(squares, [{ runs }, { runs }, { runs: runs.slice(0, 2) }])
}

/** @param {Path2D} path */
const pointsOf = (path) => /** @type {Path} */ (/** @type {unknown} */ (path)).points

Deno.test('what is out of view is not in the path, what is at its edge is, and the world is whole', () => {
  const made = levels()
  const near = { min: { x: 99.3, y: 0 }, max: { x: 129.7, y: 20 } }
  const [land, coast, host] = made.paths(4, near).map(pointsOf)
  const lefts = land.filter((_, i) => i % 5 === 0).map(([x]) => x)
  assert.deepEqual(lefts, [90, 100, 110, 120, 130])
  assert.equal(coast, land)
  assert.deepEqual(host, [])
  assert.deepEqual(made.paths(4, WORLD).map((path) => pointsOf(path).length), [500, 500, 10])
})

Deno.test('whoever needs the paths at once goes on with the steps that are begun', () => {
  const made = levels()
  const steps = made.makePaths(4)
  steps.next()
  const paths = made.paths(4, WORLD)
  assert.equal(steps.next().done, true)
  assert.equal(made.paths(4, WORLD)[0], paths[0])
})

Deno.test('a shape that is forgotten is traced anew, and no other', () => {
  const made = levels()
  const [land, , host] = made.paths(4, WORLD)
  made.forget(made.shapes[2].runs)
  made.shapes[2] = { runs: [[5]] }
  const again = made.paths(4, WORLD)
  assert.equal(again[0], land)
  assert.notEqual(again[2], host)
  assert.equal(pointsOf(again[2])[0][0], 50)
})
