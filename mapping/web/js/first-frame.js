/**
 * Act once the map is on the screen and a waiting click is answered; a hidden page has no frames.
 *
 * @param {() => void} act
 */
export function afterFirstFrame(act) {
  let waiting = true
  const once = () => {
    if (waiting) act()
    waiting = false
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, 250)
}
