/**
 * Act once what there is to draw now is on the screen and a waiting click is answered; a hidden page has no
 * frames. Return a function that calls it off.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function afterNextFrame(act) {
  let waiting = true
  const once = () => {
    if (waiting) act()
    waiting = false
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, 250)
  return () => {
    waiting = false
  }
}
