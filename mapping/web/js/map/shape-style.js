/** What the style sheet says of a shape. */
/** @typedef {{ dash: number[], fill: string, stroke: string, width: number }} Style */

/**
 * Return how a shape is drawn.
 *
 * @param {SVGElement} element
 * @returns {Style}
 */
export function readStyle(element) {
  const { fill, stroke, strokeDasharray, strokeWidth } = getComputedStyle(element)
  return {
    dash: strokeDasharray === 'none' ? [] : strokeDasharray.split(',').map(Number.parseFloat),
    fill,
    stroke,
    width: Number.parseFloat(strokeWidth),
  }
}
