/**
 * Act once what waits already is done; return a function that calls it off. No timer: of those that follow one
 * another, browsers let each wait for four milliseconds.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function soon(act) {
  const { port1, port2 } = new MessageChannel()
  const close = () => {
    port1.onmessage = null
    port1.close()
  }
  port1.onmessage = () => {
    close()
    act()
  }
  port2.postMessage(null)
  return close
}
