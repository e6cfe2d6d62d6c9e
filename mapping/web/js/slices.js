/** Milliseconds at a time: a processor six times slower still shows the next frame in time. */
const SLICE = 5

/**
 * Do a job in slices, each when its time comes; return a function that calls off what is left.
 *
 * @param {Generator<void, void>} steps
 * @param {(act: () => void) => () => void} schedule
 * @returns {() => void}
 */
export function inSlices(steps, schedule) {
  let stop = schedule(next)
  return () => stop()

  function next() {
    const end = performance.now() + SLICE
    while (performance.now() < end) if (steps.next().done) return
    stop = schedule(next)
  }
}
