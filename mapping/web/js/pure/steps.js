/**
 * Do all steps of a job at once, and return what it finds.
 *
 * @template T
 * @param {Generator<void, T>} steps
 * @returns {T}
 */
export function finish(steps) {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
