import { query } from '../dom.js'
import { boxAround, overlap } from '../pure/boxes.js'
import { intoView, showsNumber } from '../pure/view-edge.js'
import { boxUnder, viewBox } from './layer-boxes.js'
import { whenStill } from './when-still.js'

/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Symbols } from './symbols.js' */

/**
 * Let no circle show a part of its number while the map stands still: at the edge of the view, or under
 * the buttons, it stands in view or shows none.
 *
 * @param {LeafletMap} map
 * @param {Symbols} symbols
 */
export function keepNumbersWhole(map, symbols) {
  const acts = query('.acts', HTMLElement)
  let moves = false
  const keep = () => {
    if (!symbols.display.drawing.isDone) return
    const drawn = [...symbols.drawn]
    if (drawn.every(({ place }) => place)) return
    const { x, y } = map.getPixelOrigin()
    const [view, cover] = [viewBox(map, 0), boxUnder(map, acts, 0)].map(({ max, min }) => ({
      max: { x: max.x + x, y: max.y + y },
      min: { x: min.x + x, y: min.y + y },
    }))
    for (const mark of drawn) {
      if (mark.place) continue
      const middle = intoView(
        mark,
        view,
        (box) =>
          drawn.every((one) => one === mark || !overlap(box, boxAround(one.middle, one.width))),
      )
      mark.standInView(
        middle,
        showsNumber(middle, mark.width, view, cover),
        symbols.display.pane.origin,
      )
    }
  }
  map.on('movestart', () => {
    moves = true
  })
  whenStill(map, () => {
    moves = false
    keep()
  })
  symbols.display.onDraw(() => moves || keep())
}
