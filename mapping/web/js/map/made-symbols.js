/** @import { SymbolMark } from './symbol-mark.js' */
/** @import { Symbols } from './symbols.js' */

/** The symbols whose elements are made and not drawn yet. */
export class MadeSymbols {
  /** @param {Symbols} symbols */
  constructor(symbols) {
    this.symbols = symbols
    /** @type {Map<string, SymbolMark>} */
    this.byKey = new Map()
  }

  /** Return what is drawn or made already, by what tells it from others. */
  known() {
    const known = new Map(this.byKey)
    for (const mark of this.symbols.drawn) known.set(mark.key, mark)
    return known
  }

  /**
   * Make the elements of symbols, in steps.
   *
   * @param {SymbolMark[]} marks
   */
  *make(marks) {
    for (const mark of marks.filter(({ made }) => !made)) {
      mark.make()
      this.symbols.describe(mark)
      this.byKey.set(mark.key, mark)
      yield
    }
  }
}
