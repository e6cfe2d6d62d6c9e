/** A list that can be looked at and not be changed here: why, and the way out. */
import { query } from '../js/dom.js'
import { showNotice } from './overview.js'
import { draft } from './session.js'
import { announce, word } from './words.js'

/** @import { EditState } from './types.d.ts' */

const NOTICE = 'writable'

/**
 * Return why the list cannot be changed, and in which language that is.
 *
 * @param {EditState} state
 * @returns {[string, string?]}
 */
function reason({ why_not_writable: why }) {
  return why ? [why, 'en'] : [word('not_writable')]
}

/**
 * Say it above the form, and shut what would change the list.
 *
 * @param {EditState} state
 */
export function showUnwritable(state) {
  if (state.writable) showNotice(NOTICE, '')
  else showNotice(NOTICE, ...reason(state))
  query('[data-act=add]', HTMLElement).setAttribute('aria-disabled', String(!state.writable))
}

/** Say it to whoever tries all the same, and return whether it is so; what was dismissed is shown again. */
export function sayUnwritable() {
  const state = draft()
  if (state.writable) return false
  showUnwritable(state)
  announce(...reason(state))
  return true
}
