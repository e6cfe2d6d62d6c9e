import { element } from '../dom.js'

/**
 * Call back when the text of the map gets another size: by the reader's spacing, or a larger font.
 *
 * @param {HTMLElement} container
 * @param {() => void} listener
 */
export function onTextSize(container, listener) {
  const gauge = element('span', { 'aria-hidden': 'true', class: 'gauge' }, 'Mm mM')
  container.append(gauge)
  let size = ''
  new ResizeObserver(() => {
    const before = size
    size = `${gauge.offsetWidth} ${gauge.offsetHeight}`
    if (before && before !== size) listener()
  }).observe(gauge)
}
