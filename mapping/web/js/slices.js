/** Milliseconds at a time: a processor six times slower still shows the next frame in time. */
const SLICE = 5

/**
 * Do a job in slices, each when its time comes; return a function that calls off what is left.
 *
 * @param {Generator<void, void>} steps
 * @param {(act: (left?: IdleDeadline) => void) => () => void} schedule
 * @returns {() => void}
 */
export function inSlices(steps, schedule) {
  let stop = schedule(next)
  return () => stop()

  /** @param {IdleDeadline} [left] what the browser has until the next frame, where that is known */
  function next(left) {
    const end = performance.now() + Math.min(SLICE, left?.timeRemaining() || SLICE)
    do {
      if (steps.next().done) return
    } while (performance.now() < end)
    stop = schedule(next)
  }
}
