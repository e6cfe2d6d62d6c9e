import { UNSETTLED } from './basemap.js'
import { NameTexts } from './name-texts.js'

/** @import { Basemap, Extent } from './basemap.js' */
/** @import { CountryRooms, Found } from './country-rooms.js' */
/** @import { LeafletMap } from './leaflet.d.ts' */
/** @import { Name } from './name-texts.js' */

/**
 * How wide the world is, in pixels, where names may lie around their islands, at a line's end in the sea,
 * and at a line's end over neighbours.
 */
const [LEAST_AROUND, LEAST_LED, LEAST_BESIDE] = [1800, 2700, 5000]
/** Pixels: what is smaller has a name only around it where the world is less wide than the last of these. */
const LEAST_SIZE = 5
/** Countries without a presence whose names have room before labels do: the largest. */
const HELD = 6

/**
 * The names of countries and territories that no label says: hosts first, then the largest, each within
 * what is in view of its country and where the labels leave room, broken or smaller where it must be; in a
 * near view, however small it is, also over the sea around an island, or in the sea at the end of a short
 * line; in a nearer one, at the end of one over its neighbours. For the eye alone.
 */
export class CountryLabels {
  /**
   * @param {LeafletMap} map
   * @param {Basemap} basemap
   * @param {HTMLElement} pane
   */
  constructor(map, basemap, pane) {
    this.map = map
    this.texts = new NameTexts(pane, 'country')
    /** In the order in which they are named: hosts, then the others, the largest of each first. */
    this.areas = basemap.extents
      .filter(({ code, name }) => name === code)
      .sort((a, b) => Number(isHost(b)) - Number(isHost(a)) || extentArea(b) - extentArea(a))
  }

  /** Measure all again from now on: their text has got another size. */
  forget() {
    this.texts.forget()
  }

  /**
   * Find the names for which there is room, a step for each.
   *
   * @param {CountryRooms} rooms
   * @param {Set<string>} said countries that a label names already
   * @param {Name[]} [held] names that have room already
   * @returns {Generator<void, Name[]>}
   */
  *choose(rooms, said, held = []) {
    const names = [...held]
    for (const { found, key } of held) {
      said.add(key)
      rooms.take(found)
    }
    const least = this.worldWidth() < LEAST_LED ? LEAST_SIZE : 0
    const wanted = this.areas.filter((area) =>
      !said.has(area.code) && rooms.areas.shows(area, least)
    )
    this.texts.measure(wanted.map(({ code }) => code))
    for (const area of wanted) {
      yield
      const found = this.find(area, rooms)
      if (!found) continue
      rooms.take(found)
      names.push({ found, key: area.code, texts: this.texts })
    }
    return names
  }

  /**
   * Return the names of the largest countries without a presence where they have room, before more labels
   * take it; no name that a label may yet say.
   *
   * @param {CountryRooms} rooms
   * @param {Set<string>} asked countries whose labels ask for a place
   * @returns {Name[]}
   */
  hold(rooms, asked) {
    const largest = this.areas.filter(({ fill }) => fill !== 'host').slice(0, HELD)
      .filter(({ code }) => !asked.has(code))
    this.texts.measure(largest.map(({ code }) => code))
    return largest.flatMap((area) => {
      const found = this.find(area, rooms)
      return found ? { found, key: area.code, texts: this.texts } : []
    })
  }

  /**
   * @param {Extent} area
   * @param {CountryRooms} rooms
   * @returns {Found | undefined}
   */
  find(area, rooms) {
    const forms = this.texts.formsOf(area.code)
    const width = this.worldWidth()
    const within = rooms.findWithin(area, forms)
    if (within || width < LEAST_AROUND || !rooms.showsMiddle(area)) return within
    const around = rooms.findAround(area, forms)
    const isTiny = !rooms.areas.shows(area, LEAST_SIZE)
    if (around || width < (isTiny ? LEAST_BESIDE : LEAST_LED)) return around
    const atSea = rooms.findAtSea(area, forms)
    const isBeside = width >= LEAST_BESIDE && !UNSETTLED.includes(area.fill)
    return atSea || !isBeside ? atSea : rooms.findBeside(area, forms)
  }

  /** Return how wide the world is, in pixels. */
  worldWidth() {
    return this.map.options.crs.scale(this.map.getZoom())
  }
}

/** @param {Extent} area */
function isHost({ fill }) {
  return fill === 'host'
}

/** @param {Extent} area */
function extentArea({ box: { max, min } }) {
  return (max.x - min.x) * (max.y - min.y)
}
