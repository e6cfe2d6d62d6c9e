/** Numbers in sets that are joined: which belong together, when pair after pair is found to. */
export class DisjointSets {
  /** @param {number} count */
  constructor(count) {
    this.parents = Int32Array.from({ length: count }, (_, number) => number)
  }

  /**
   * Return the least number of the set that a number is in.
   *
   * @param {number} number
   */
  least(number) {
    const { parents } = this
    while (parents[number] !== number) {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /**
   * @param {number} one
   * @param {number} other
   */
  join(one, other) {
    const [a, b] = [this.least(one), this.least(other)]
    this.parents[Math.max(a, b)] = Math.min(a, b)
  }

  /** Return the numbers of each set, in order. */
  groups() {
    const groups = Map.groupBy(this.parents.keys(), (number) => this.least(number))
    return [...groups.values()]
  }
}
