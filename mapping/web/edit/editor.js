/** What a person does with rows: choose, add, place, close, enter what is new. */
import { element, query } from '../js/dom.js'
import { Combobox } from './combobox.js'
import { enterRow } from './entering.js'
import { locate } from './placing.js'
import { idOf, splitKeys } from './pure.js'
import { ask, change, draft } from './session.js'
import { announce, word } from './words.js'

/** @import { Asking } from './asking.js' */
/** @import { MapFrame } from './map/map-frame.js' */
/** @import { RowForm } from './row-form.js' */
/** @import { Cells, Row, Suggestion } from './types.d.ts' */

export class Editor {
  /**
   * @param {Asking} asking
   */
  constructor(asking) {
    this.asking = asking
    /** @type {string | null} */
    this.key = null
    this.id = ''
    /** How often the files had been read when the row was shown. */
    this.reading = 0
    /** @type {RowForm | undefined} */
    this.form = undefined
    /** @type {MapFrame | undefined} */
    this.map = undefined
    this.placing = query('.placing', HTMLElement)
  }

  /** @returns {Row | undefined} */
  row() {
    return draft().rows.find(({ key }) => key === this.key)
  }

  /**
   * Choose a row, and say so; go to a column of it where one is named.
   *
   * @param {string | null} key
   * @param {{ column?: string | null, focus?: boolean }} [options]
   */
  choose(key, { column = '', focus = true } = {}) {
    this.key = key
    this.show()
    if (focus) this.form?.focus(column)
  }

  /** Show the chosen row as it is now; once the files are read again, its key may be another row's. */
  show() {
    const { reading, rows } = draft()
    if (!this.row() || this.id && reading !== this.reading) {
      this.key = rows.find((one) => idOf(one) === this.id)?.key ?? null
    }
    this.reading = reading
    const row = this.row()
    this.id = row ? idOf(row) : ''
    this.form?.show(row, draft())
    this.map?.show(row, row ? idOf(row) : '')
  }

  /** Ask where the new presence is: by name, or on the map. */
  add() {
    const input = element('input', { id: 'new-place', type: 'text', dir: 'auto' })
    const find = async (/** @type {string} */ text) => {
      const asked = { column: 'place', row: null, text }
      const { suggestions } = await ask('suggest', asked).catch(() => ({ suggestions: [] }))
      return suggestions
    }
    /** @type {Suggestion | undefined} */
    let chosen
    const box = new Combobox(input, find, (suggestion) => {
      chosen = suggestion
      input.value = suggestion.text
    })
    box.name(word('new_place'))
    const label = element('label', { for: input.id }, word('new_place'))
    const help = element('p', { class: 'help' }, word('new_place_help'))
    const onMap = element('button', { type: 'button' }, word('on_the_map'))
    onMap.addEventListener('click', () => {
      this.asking.close()
      this.startPlacing((point) => this.addAt(point))
    })
    const field = element('div', { class: 'field' }, label, box.root, help)
    this.asking.open(
      {
        answer: () => Promise.resolve([]),
        columns: [],
        done: () => chosen?.new ? this.enterFirst(chosen) : this.addRow(chosen?.cells ?? {}),
        title: word('add'),
        yes: word('go_on'),
      },
      field,
      onMap,
    )
  }

  /** @param {Suggestion | undefined} suggestion */
  enterFirst(suggestion) {
    if (!suggestion?.new) return
    const { cells, table } = suggestion.new
    enterRow(this.asking, table, cells, (key) => this.addRow({ ...suggestion.cells, city: key }))
  }

  /** @param {Cells} cells */
  async addRow(cells) {
    const state = await change('rows', { cells, row: null })
    if (!state?.row) return
    this.choose(state.row, { focus: false })
    const [fault] = this.row()?.faults ?? []
    this.form?.focus(fault?.column)
  }

  /** @param {[number, number]} point */
  addAt(point) {
    return locate(this.asking, point, { isNew: true, put: (cells) => this.addRow(cells) })
  }

  /**
   * Let the next click on the map say where something is.
   *
   * @param {(point: [number, number]) => void} listener
   */
  startPlacing(listener) {
    this.placing.hidden = false
    this.map?.setPlacing((point) => {
      this.placing.hidden = true
      listener(point)
    })
    query('[data-act=stop-placing]', HTMLElement).focus({ preventScroll: true })
    announce(word('place_help'))
  }

  stopPlacing() {
    if (this.placing.hidden) return
    this.placing.hidden = true
    this.map?.setPlacing(undefined)
    this.form?.focus('')
  }

  /**
   * Move the chosen row to a point: to a city, where a row may be no finer.
   *
   * @param {[number, number]} point
   */
  async move(point) {
    const row = this.row()
    if (!row) return
    await locate(this.asking, point, {
      cancel: () => this.show(),
      isNew: false,
      put: async (cells, place) => {
        if (Object.entries(cells).every(([name, text]) => row.cells[name] === text)) {
          this.show()
          announce(word('not_moved'))
          return
        }
        await change('rows', { cells: withOtherCities(cells, row), row: row.key })
        announce(word('moved', { place }))
      },
    })
  }
}

/**
 * The symbol is at the first of a row's cities: where it goes to another, the rest stay.
 *
 * @param {Cells} cells
 * @param {Row} row
 */
function withOtherCities(cells, { cells: { city: before = '' } }) {
  if (!cells.city) return cells
  const others = splitKeys(before).slice(1).filter((one) => one !== cells.city)
  return { ...cells, city: [cells.city, ...others].join(' ') }
}
