import { queryAll } from './dom.js'

/**
 * Show what needs scripts, or else the notice that they do not run.
 *
 * @param {boolean} running
 */
export function offerMap(running) {
  for (const notice of queryAll('.scripts-off', HTMLElement)) notice.hidden = running
  for (const part of queryAll('.stage, .ways', HTMLElement)) part.hidden = !running
}
