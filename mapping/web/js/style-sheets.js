import { queryAll } from './dom.js'

/**
 * Stop where a server's policy keeps out a style sheet of the page: without it the map is illegible, and
 * the page is better as its file has it.
 */
export function requireStyleSheets() {
  if (queryAll('style', HTMLStyleElement).some(({ sheet }) => !sheet)) {
    throw new Error('a policy blocks a style sheet of this page: without it there is no map')
  }
}
