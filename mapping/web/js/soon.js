/**
 * Act once what waits already is done; return a function that calls it off.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function soon(act) {
  const timer = setTimeout(act)
  return () => clearTimeout(timer)
}
