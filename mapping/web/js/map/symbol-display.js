import { whenIdle } from '../idle.js'
import { prefersReducedMotion } from '../media.js'
import { afterNextFrame } from '../next-frame.js'
import { boxAround, centredBox, centreOf, contains, overlap } from '../pure/boxes.js'
import { finish } from '../pure/steps.js'
import { SlicedJob } from '../sliced-job.js'
import { soon } from '../soon.js'
import { isVisible } from '../visible.js'
import { Leaders } from './leaders.js'
import { SymbolArrangement } from './symbol-arrangement.js'
import { SymbolPane } from './symbol-pane.js'

/** @import { Box } from '../types.d.ts' */
/** @import { LatLng, LeafletMap } from './leaflet.d.ts' */
/** @import { SymbolMark } from './symbol-mark.js' */
/** @import { Symbols } from './symbols.js' */
/** @import { MapViewport } from './viewport.js' */

/** Up to so many symbols are all drawn; of more, those in view and a little around it, in pixels. */
const [MOST_DRAWN, DRAWN] = [200, 64]

/**
 * What is drawn of the symbols. All that a zoom asks for is found and made while the zoom is shown; what is not
 * ready then follows in slices, and what was there is seen, larger or smaller, until then. Who needs it at once
 * has it at once.
 */
export class SymbolDisplay {
  /**
   * @param {LeafletMap} map
   * @param {MapViewport} viewport
   * @param {Symbols} symbols
   */
  constructor(map, viewport, symbols) {
    this.map = map
    this.viewport = viewport
    this.symbols = symbols
    this.arrangement = new SymbolArrangement(map, viewport)
    this.pane = new SymbolPane(map)
    this.leaders = new Leaders(map)
    /** @type {SymbolMark[]} what is shown, also where it is out of view */
    this.marks = []
    /** @type {Box | undefined} what is drawn, if it is not all */
    this.view = undefined
    /** @type {Map<string, SymbolMark>} what is made already, and not yet drawn */
    this.made = new Map()
    this.preparing = Object.assign(new SlicedJob(), { zoom: NaN })
    this.drawing = new SlicedJob()
    /** @type {(() => void)[]} */
    this.listeners = []
    map.on('zoomanim', ({ center, zoom }) => this.prepare(center, zoom))
    viewport.onScale(() => this.arrange(this.preparing.zoom === map.getZoom()))
    map.on('move', () => this.follow())
  }

  /**
   * Call back, and whenever something else is drawn.
   *
   * @param {() => void} listener
   */
  onDraw(listener) {
    this.listeners.push(listener)
    listener()
  }

  /**
   * Find out what comes at the end of a zoom: while it is shown, the browser has time.
   *
   * @param {LatLng} centre
   * @param {number} zoom
   */
  prepare(centre, zoom) {
    this.drawing.stop()
    this.preparing.zoom = zoom
    this.preparing.begin(this.makeFor(centre, zoom), whenIdle)
  }

  /**
   * @param {LatLng} centre
   * @param {number} zoom
   */
  *makeFor(centre, zoom) {
    const arranged = yield* this.arrangement.find(zoom, centre, DRAWN)
    const view = this.arrangement.around(DRAWN, centre, zoom)
    const marks = this.arrangement.marks(this.symbols.apart(), arranged).filter((mark) =>
      isIn(view, mark)
    )
    const known = this.known()
    yield* this.make(marks.filter((mark) => !known.get(mark.key)?.showsSame(mark)))
  }

  /**
   * Find the place of every symbol at this zoom, at once or in steps.
   *
   * @param {boolean} [inSteps]
   */
  arrange(inSteps = false) {
    const before = inSteps ? this.preparing.rest() : []
    this.preparing.pause()
    this.preparing.zoom = NaN
    const isFound = () => this.arrangement.isOfThisZoom()
    /** @param {() => void} act */
    const schedule = (act) => isFound() ? afterNextFrame(act) : soon(act)
    const atOnce = !inSteps || this.symbols.entries.length <= MOST_DRAWN
    const steps = this.change(before)
    this.drawing.begin(atOnce ? steps : this.laidOut(steps), schedule, () => {
      this.complete()
      this.follow()
    })
    if (atOnce) this.drawing.finish()
  }

  /**
   * Have what a step draws laid out within it: its slice ends in time to show it in the next frame.
   *
   * @param {Iterable<void>} steps
   */
  *laidOut(steps) {
    const { element } = this.pane
    for (const _ of steps) yield void element.offsetWidth
  }

  /** @param {Iterable<void>} before */
  *change(before) {
    yield* before
    yield* this.arrangement.arrange(this.symbols.visible(), DRAWN)
    yield* this.present()
  }

  /** Let what comes into view be seen. */
  follow() {
    if (!this.drawing.isDone || !this.arrangement.isOfThisZoom()) return
    if (!this.arrangement.covers(DRAWN)) this.arrange(!prefersReducedMotion())
    else if (this.view && !contains(this.view, this.arrangement.around(DRAWN / 2))) {
      finish(this.draw())
      this.complete()
    }
  }

  /** Show the symbols as they are arranged. */
  show() {
    this.drawing.finish()
    finish(this.present())
    this.complete()
  }

  /** Show what is drawn or made already as what it is: the same element, which keeps the focus. */
  *present() {
    const known = this.known()
    this.marks = this.arrangement.marks(this.symbols.apart()).map((mark) => {
      const same = known.get(mark.key)
      return same?.showsSame(mark) ? same.moveTo(mark) : mark
    })
    yield* this.draw()
  }

  /** Return what is drawn or made already, by what tells it from others. */
  known() {
    const known = new Map(this.made)
    for (const mark of this.pane.drawn) known.set(mark.key, mark)
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
      this.made.set(mark.key, mark)
      yield
    }
  }

  /** Draw the symbols, of many those in view, in steps. */
  *draw() {
    const few = this.marks.length <= MOST_DRAWN
    const view = this.arrangement.around(DRAWN)
    const held = this.pane.held()
    const wanted = few
      ? [...this.marks]
      : this.marks.filter((mark) => isIn(view, mark) || held && mark.shows(held.entries[0]))
    yield* this.make(wanted)
    this.made.clear()
    this.view = few ? undefined : view
    if (held && !wanted.includes(held)) {
      const [own] = held.entries
      const at = this.arrangement.pointOf(own)
      Object.assign(held, { home: at, middle: at, settled: at })
      // Too far out of view to be arranged, it keeps the focus.
      if (isVisible(own.place) && !wanted.some((mark) => mark.shows(own))) wanted.push(held)
    }
    this.symbols.lift(wanted)
    yield* this.pane.draw(wanted, this.symbols.inOrder(wanted), centreOf(view))
  }

  /** Do what is to be done once the symbols are drawn. */
  complete() {
    this.symbols.markChosen()
    const { view } = this
    const blocks = this.arrangement.placed.filter(({ block, middle }) =>
      !block.group && (!view || overlap(view, centredBox(middle, block)))
    )
    this.leaders.draw(blocks, this.viewport.symbolSize)
    this.pane.leave()
    for (const listener of this.listeners) listener()
  }
}

/**
 * @param {Box} view
 * @param {SymbolMark} mark
 */
function isIn(view, { middle, width }) {
  return overlap(view, boxAround(middle, width))
}
