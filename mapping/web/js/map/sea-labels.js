import { NameTexts } from './name-texts.js'

/** @import { CountryRooms } from './country-rooms.js' */
/** @import { Name } from './name-texts.js' */

/** The names of oceans and seas where all else leaves room on them; for the eye alone. */
export class SeaLabels {
  /** @param {HTMLElement} pane */
  constructor(pane) {
    this.texts = new NameTexts(pane, 'sea')
  }

  /** Measure all again from now on: their text has got another size. */
  forget() {
    this.texts.forget()
  }

  /**
   * Find the names for which there is room, the largest first.
   *
   * @param {CountryRooms} rooms
   * @returns {Name[]}
   */
  choose(rooms) {
    const { seas } = rooms.basemap.drawing
    this.texts.measure(seas.map(({ key }) => key))
    return seas.flatMap(({ at, key }) => {
      const points = at.map(([x, y]) => ({ x, y }))
      const found = rooms.findOnSea(points, this.texts.formsOf(key))
      if (!found) return []
      rooms.take(found)
      return { found, key, texts: this.texts }
    })
  }
}
