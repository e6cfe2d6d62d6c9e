/** What the reader's screen and settings are like, and whether the page is in a frame of another. */

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')

/** Whether the reader wants things not to move. */
export function prefersReducedMotion() {
  return reducedMotion.matches
}

/** How to scroll to something. */
export function scrollBehavior() {
  return reducedMotion.matches ? 'auto' : 'smooth'
}

/** Whether the page stands in a frame of another page, as its address says. */
export function isEmbedded() {
  return new URLSearchParams(window.location.search).has('embed')
}
