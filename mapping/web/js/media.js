/** What the reader's screen and settings are like, and whether the page is in a frame of another. */
import { addressParameters } from './pure/address.js'

/** On narrow screens, details are a sheet under the map (see details.css and map.css). */
export const narrowScreen = window.matchMedia(
  '(max-width: 40rem), (max-width: 48rem) and (min-height: 30.01rem)',
)

/** On low screens, as of a telephone on its side, details stand at the side of the map. */
export const lowScreen = window.matchMedia('(max-height: 30rem)')

/** On screens that are held upright the map is higher in near views (see phone.css). */
export const upright = window.matchMedia('(orientation: portrait)')

/** On telephones held upright the world is moved sideways, and the page up (see phone.css). */
export const telephone = window.matchMedia(
  '(max-width: 40rem) and (orientation: portrait) and (min-height: 30rem)',
)

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

/** Whether there is room for the fields of the filter to stand open (see controls.css). */
export const roomForFilter = window.matchMedia('(min-width: 40.01rem) and (min-height: 30.01rem)')

/** In a wide frame the legend is next to the map (see map.css), and under it in others. */
export const legendBeside = window.matchMedia('(min-width: 64rem)')

/**
 * Call back whenever colours may be others than before: another scheme, forced colours, another screen.
 *
 * @param {() => void} listener
 */
export function onAppearanceChange(listener) {
  const asked = [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
  ]
  for (const question of asked) window.matchMedia(question).addEventListener('change', listener)
}

/** Whether the page shows the map alone, for a frame of another page, as its address says. */
export function isEmbedded() {
  return addressParameters(window.location).has('embed')
}

/** Whether the page is in a frame, whose history is that of the host's page. */
export function isFramed() {
  return window.parent !== window || isEmbedded()
}
