/**
 * Act once the browser has read all of the page, which may be now.
 *
 * @param {() => void} act
 */
export function whenRead(act) {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', act, { once: true })
  } else act()
}
