/** Long jobs in slices. */
import assert from 'node:assert/strict'
import { finish } from '../../mapping/web/js/pure/steps.js'
import { inSlices } from '../../mapping/web/js/slices.js'
import { SlicedJob } from '../../mapping/web/js/sliced-job.js'
import { soon } from '../../mapping/web/js/soon.js'

/**
 * @param {number} steps
 * @param {number} milliseconds for each
 * @param {number[]} done what each step adds its number to
 */
function* job(steps, milliseconds, done) {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + milliseconds
    while (performance.now() < end);
    done.push(step)
    yield
  }
}

/** Acts whose time comes when they are called, one after the other. */
class Waiting {
  /** @type {(() => void)[]} */
  acts = []

  /** @param {() => void} act */
  schedule = (act) => {
    this.acts.push(act)
    return () => {
      this.acts = this.acts.filter((one) => one !== act)
    }
  }
}

Deno.test('a long job takes a slice at a time, and all of it gets done', () => {
  const [waiting, done] = [new Waiting(), /** @type {number[]} */ ([])]
  inSlices(job(8, 4, done), waiting.schedule)
  assert.equal(done.length, 0)
  let slices = 0
  for (; waiting.acts.length; slices += 1) waiting.acts.splice(0).forEach((act) => act())
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6, 7])
  assert.ok(slices >= 4, `${slices} slices`)
})

Deno.test('what is called off does not go on, in whichever slice it was', () => {
  const [waiting, done] = [new Waiting(), /** @type {number[]} */ ([])]
  const stop = inSlices(job(8, 4, done), waiting.schedule)
  waiting.acts.splice(0).forEach((act) => act())
  stop()
  assert.equal(waiting.acts.length, 0)
  assert.ok(done.length < 8)
})

Deno.test('a job can be done at once', () => {
  const done = /** @type {number[]} */ ([])
  finish(job(3, 0, done))
  assert.deepEqual(done, [0, 1, 2])
})

Deno.test('slices that follow one another wait for no timer, and what is called off is not done', async () => {
  const [timer, done] = [globalThis.setTimeout, /** @type {number[]} */ ([])]
  Object.assign(globalThis, { setTimeout: () => assert.fail('a timer') })
  try {
    inSlices(job(8, 4, done), soon)()
    await new Promise((/** @type {(value: void) => void} */ resolve) => {
      const steps = job(8, 4, done)
      inSlices(
        (function* () {
          yield* steps
          resolve()
        })(),
        soon,
      )
    })
  } finally {
    globalThis.setTimeout = timer
  }
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6, 7])
})

Deno.test('a job in slices is done at once for whoever needs it, and what follows comes once', () => {
  const [waiting, done] = [new Waiting(), /** @type {number[]} */ ([])]
  const sliced = new SlicedJob()
  assert.ok(sliced.isDone)
  sliced.begin(job(8, 4, done), waiting.schedule, () => done.push(99))
  assert.ok(!sliced.isDone)
  waiting.acts.splice(0).forEach((act) => act())
  sliced.finish()
  sliced.finish()
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6, 7, 99])
  assert.ok(sliced.isDone)
  assert.equal(waiting.acts.length, 0)
})

Deno.test('a job that is begun calls off the one before, and one that is called off is done', () => {
  const [waiting, done] = [new Waiting(), /** @type {number[]} */ ([])]
  const sliced = new SlicedJob()
  sliced.begin(job(3, 9, done), waiting.schedule, () => done.push(99))
  waiting.acts.splice(0).forEach((act) => act())
  sliced.begin([].values(), waiting.schedule)
  sliced.stop()
  sliced.finish()
  assert.deepEqual([done, waiting.acts.length, sliced.isDone], [[0], 0, true])
})

Deno.test('who does some of the steps that are left of a job, and stops, does not stop it', () => {
  const [waiting, done] = [new Waiting(), /** @type {number[]} */ ([])]
  const sliced = new SlicedJob()
  sliced.begin(job(4, 9, done), waiting.schedule)
  sliced.rest().next()
  assert.deepEqual(done, [0])
  while (waiting.acts.length) waiting.acts.splice(0).forEach((act) => act())
  assert.deepEqual([done, sliced.isDone], [[0, 1, 2, 3], true])
})
