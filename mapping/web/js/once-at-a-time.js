/**
 * Return a function that acts, and does nothing where it is called by what the act itself leads to.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function onceAtATime(act) {
  let isActing = false
  return () => {
    if (isActing) return
    isActing = true
    try {
      act()
    } finally {
      isActing = false
    }
  }
}
