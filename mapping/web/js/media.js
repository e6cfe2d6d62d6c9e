/** What the reader's screen and settings are like, and whether the page is in a frame of another. */

/** On narrow screens, details are a sheet under the map (see details.css and map.css). */
export const narrowScreen = window.matchMedia('(max-width: 48rem)')

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')

/** Whether the reader wants things not to move. */
export function prefersReducedMotion() {
  return reducedMotion.matches
}

/** How to scroll to something. */
export function scrollBehavior() {
  return reducedMotion.matches ? 'auto' : 'smooth'
}

/** Whether a finger, and nothing finer, points. */
export function hasCoarsePointer() {
  return window.matchMedia('(pointer: coarse)').matches
}

/** Whether there is room for the fields of the filter to be open from the start. */
export function hasRoomForFilter() {
  return window.matchMedia('(min-width: 40.01rem)').matches
}

/** Whether there is room for the legend to be open in a frame. */
export function hasRoomForLegend() {
  return window.matchMedia('(min-width: 40rem)').matches
}

/** Whether the page stands in a frame of another page, as its address says. */
export function isEmbedded() {
  return new URLSearchParams(window.location.search).has('embed')
}
