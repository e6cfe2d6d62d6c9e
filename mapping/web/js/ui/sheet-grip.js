import { query } from '../dom.js'

/** Pixels by which a finger that draws differs from one that touches. */
const SLACK = 6
/** Shares of the height of the window above which the sheet stays high when let go, or stays at all. */
const HIGH = 0.7
const LOW = 0.25

/**
 * On a telephone the details are a sheet that is drawn up and down by its grip; for the keyboard the
 * grip is a button that makes it high or low.
 *
 * @param {HTMLElement} sheet
 * @param {() => void} close
 */
export function addSheetGrip(sheet, close) {
  const grip = query('.grip', HTMLElement, sheet)
  /** @type {number | undefined} */
  let from
  let drawn = false
  /** @param {boolean} high */
  const set = (high) => {
    sheet.style.blockSize = ''
    sheet.classList.toggle('high', high)
    grip.setAttribute('aria-expanded', String(high))
  }
  /** @param {PointerEvent} event */
  const heightAt = ({ clientY }) => sheet.getBoundingClientRect().bottom - clientY
  grip.addEventListener('click', () => {
    if (!drawn) set(!sheet.classList.contains('high'))
    drawn = false
  })
  grip.addEventListener('pointerdown', (event) => {
    from = event.clientY
    drawn = false
    grip.setPointerCapture(event.pointerId)
  })
  grip.addEventListener('pointermove', (event) => {
    drawn ||= from !== undefined && Math.abs(event.clientY - from) > SLACK
    if (from !== undefined && drawn) sheet.style.blockSize = `${heightAt(event)}px`
  })
  grip.addEventListener('pointerup', (event) => {
    const share = heightAt(event) / window.innerHeight
    from = undefined
    if (!drawn) return
    set(share > HIGH)
    if (share < LOW) close()
  })
  grip.addEventListener('pointercancel', () => {
    from = undefined
    set(sheet.classList.contains('high'))
  })
}
