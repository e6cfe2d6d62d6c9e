import { finish } from './pure/steps.js'
import { inSlices } from './slices.js'

/** A job that is done in slices, or at once as soon as somebody needs what it does. */
export class SlicedJob {
  constructor() {
    this.isDone = true
    this.steps = this.all([].values())
    this.pause = () => {}
  }

  /**
   * Begin, and call off what was begun before.
   *
   * @param {Iterable<void>} steps
   * @param {(act: () => void) => () => void} schedule
   * @param {() => void} [then]
   */
  begin(steps, schedule, then) {
    this.pause()
    this.isDone = false
    this.steps = this.all(steps, then)
    this.pause = inSlices(this.steps, schedule)
  }

  /**
   * @param {Iterable<void>} steps
   * @param {() => void} [then]
   */
  *all(steps, then) {
    yield* steps
    this.isDone = true
    then?.()
  }

  /** Yield the steps that are left: somebody else does them too, and may stop before the end. */
  *rest() {
    if (!this.isDone) yield* this.steps
  }

  /** Do what is left, now. */
  finish() {
    this.pause()
    finish(this.rest())
  }

  /** Call off what is left. */
  stop() {
    this.pause()
    this.isDone = true
  }
}
