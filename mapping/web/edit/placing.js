/** What a point on the map means for a row: a place of its own, or a city, which is asked where it is not plain. */
import { enterRow } from './entering.js'
import { cityCells, pointCells, roleOf } from './pure.js'
import { askOrTell, draft } from './session.js'
import { word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { Cells, Column, Located, Suggestion } from './types.d.ts' */

/**
 * Find out what a point means.
 *
 * @param {Asking} asking
 * @param {[number, number]} point
 * @param {{
 *   cancel?: () => void, isNew: boolean, put: (cells: Cells, place: string) => void
 * }} use `put` is called with the cells, and with the name of the place
 */
export async function locate(asking, point, { cancel, isNew, put }) {
  /** @type {Located | undefined} */
  const found = await askOrTell('locate', { point })
  const { columns } = draft()
  if (!found) cancel?.()
  else if (found.finer) {
    const cells = pointCells(found, point, columns, isNew)
    put(cells, Object.values(cells).join(', '))
  } else {
    const take = (/** @type {Suggestion | undefined} */ city) => {
      const place = city?.text ?? (found.text || word('not_chosen'))
      const cells = cityCells(found, city, columns)
      if (!city?.new) put(cells, place)
      else {
        const { cells: known, table } = city.new
        enterRow(asking, table, known, (key) => put({ ...cells, city: key }, place), cancel)
      }
    }
    const [nearest] = found.cities
    const namesCities = columns.some((column) => roleOf(column) === 'city')
    if (!namesCities || nearest && !nearest.new) take(nearest)
    else askWhich(asking, found.cities, take, cancel)
  }
}

/**
 * Ask which of the cities near a point is meant, if any.
 *
 * @param {Asking} asking
 * @param {Suggestion[]} cities
 * @param {(city: Suggestion | undefined) => void} take
 * @param {() => void} [cancel]
 */
function askWhich(asking, cities, take, cancel) {
  /** @type {Column} */
  const column = {
    choices: cities.map(({ detail, new: isNew, text, value }) => ({
      text: [text, detail, isNew ? word('not_in_list') : ''].filter(Boolean).join(' · '),
      value,
    })),
    kind: 'choice',
    name: 'city',
    required: false,
  }
  let chosen = ''
  asking.open({
    answer: ({ city }) => {
      chosen = city
      return Promise.resolve([])
    },
    cancel: () => cancel?.(),
    cells: { city: cities[0]?.value ?? '' },
    columns: [column],
    done: () => take(cities.find(({ value }) => value === chosen)),
    help: word('which_city_help'),
    title: word('which_city'),
    yes: word('go_on'),
  })
}
