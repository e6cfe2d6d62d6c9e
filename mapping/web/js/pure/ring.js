/**
 * Return the shares of a ring, one after another clockwise from the top, as paths around the middle.
 *
 * @param {number[]} counts
 * @param {number} outer radius
 * @param {number} inner radius
 */
export function ringShares(counts, outer, inner) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let done = 0
  return counts.map((count) => {
    const [from, to] = [done, done + count].map((part) => (2 * Math.PI * part) / total)
    done += count
    return sharePath(from, to, outer, inner, count === total)
  })
}

/**
 * Return the path of a share: outside clockwise, inside back, each in two halves, for an arc has no whole turn.
 * The whole ring has no seam.
 *
 * @param {number} from angle
 * @param {number} to
 * @param {number} outer
 * @param {number} inner
 * @param {boolean} isWhole
 */
function sharePath(from, to, outer, inner, isWhole) {
  const middle = (from + to) / 2
  /**
   * @param {number} radius
   * @param {number} angle
   */
  const at = (radius, angle) =>
    [Math.sin(angle), -Math.cos(angle)].map((part) => (part * radius).toFixed(2)).join(' ')
  /**
   * @param {number} radius
   * @param {number} turn
   * @param {number[]} angles
   */
  const arcs = (radius, turn, ...angles) =>
    angles.map((angle) => `A${radius} ${radius} 0 0 ${turn} ${at(radius, angle)}`).join('')
  const [outside, inside] = [arcs(outer, 1, middle, to), arcs(inner, 0, middle, from)]
  return `M${at(outer, from)}${outside}${isWhole ? 'ZM' : 'L'}${at(inner, to)}${inside}Z`
}
