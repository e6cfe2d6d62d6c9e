/** Milliseconds after which is done what the browser has had no time for; Safari is not asked. */
const LATEST = 300

/**
 * Act when the browser has nothing else to do; return a function that calls it off.
 *
 * @param {(left?: IdleDeadline) => void} act
 * @returns {() => void}
 */
export function whenIdle(act) {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(() => act())
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(act, { timeout: LATEST })
  return () => cancelIdleCallback(request)
}
