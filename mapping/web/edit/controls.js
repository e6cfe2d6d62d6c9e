/** A control for each kind of column: a text, a choice, a key with suggestions, several keys. */
import { element } from '../js/dom.js'
import { Combobox } from './combobox.js'
import { KeysControl, offerCorrection } from './keys-control.js'
import { roleOf } from './pure.js'
import { finderOf, nameOf } from './suggesting.js'
import { choiceText, word } from './words.js'

/** @import { ControlUse } from './suggesting.js' */
/** @import { Column, Control, Suggestion } from './types.d.ts' */

/**
 * Make the control of a column.
 *
 * @param {Column} column
 * @param {ControlUse} use
 * @returns {Control}
 */
export function makeControl(column, use) {
  if (column.many) return new KeysControl(column, use)
  if (column.choices?.length) return choiceControl(column, use)
  if (column.suggests) return keyControl(column, use)
  return textControl(column, use)
}

/**
 * @param {Column} column
 * @param {ControlUse} use
 * @returns {Control}
 */
function textControl(column, { change }) {
  const role = roleOf(column)
  const isLong = role === 'note' || ['footnote', 'note'].includes(column.kind)
  const field = isLong ? element('textarea', { rows: '3' }) : element('input', { type: 'text' })
  field.dir = ['point', 'date', 'url', 'code'].includes(column.kind) ? 'ltr' : 'auto'
  if (column.kind === 'point') field.inputMode = 'decimal'
  field.addEventListener('input', () => change(field.value, true))
  field.addEventListener('change', () => change(field.value))
  return {
    field,
    read: () => field.value,
    root: field,
    write(value) {
      field.value = value
    },
  }
}

/**
 * @param {Column} column
 * @param {ControlUse} use
 * @returns {Control}
 */
function choiceControl(column, { change }) {
  const field = element('select')
  const known = column.choices ?? []
  const empty = known.some(({ value }) => !value) ? [] : [{ text: '', value: '' }]
  for (const { text, value } of [...empty, ...known]) {
    field.append(element('option', { value }, value ? choiceText(value, text) : word('not_chosen')))
  }
  field.addEventListener('change', () => change(field.value))
  return {
    field,
    read: () => field.value,
    root: field,
    write(value) {
      const options = [...field.options]
      if (!options.some((one) => one.value === value)) {
        field.append(element('option', { value }, value))
      }
      field.value = value
    },
  }
}

/**
 * A key by its name: what is typed is looked up when the field is left.
 *
 * @param {Column} column
 * @param {ControlUse} use
 * @returns {Control}
 */
function keyControl(column, use) {
  const find = finderOf(column, use)
  const field = element('input', { type: 'text', dir: 'auto' })
  let value = ''
  let shown = ''
  /** @param {Suggestion} suggestion */
  const choose = (suggestion) => {
    if (suggestion.new && use.enter) {
      field.value = shown
      use.enter(suggestion)
      return
    }
    ;[value, shown] = [suggestion.value, suggestion.text]
    field.value = shown
    use.change(value)
  }
  const box = new Combobox(field, find, choose)
  const correct = element('button', { hidden: '', type: 'button' }, '✎')
  const root = element('div', { class: 'with-act' }, box.root, correct)
  field.addEventListener('change', () => {
    if (field.value === shown) return
    ;[value, shown] = [field.value.trim(), field.value]
    use.change(value)
  })
  return {
    field,
    read: () => value,
    root,
    write(written) {
      if (written === value && shown) return
      ;[value, shown] = [written, written]
      field.value = written
      correct.hidden = true
      offerCorrection(correct, column, written, use)
      nameOf(column, written).then((name) => {
        if (value === written) correct.setAttribute('aria-label', word('correct', { name }))
        if (value !== written || field.value !== shown) return
        shown = name
        field.value = name
      })
    },
  }
}
