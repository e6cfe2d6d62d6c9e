/** What one did, in a few words: for the buttons that undo it and do it again. */
import { labelOf } from './field.js'
import { rowName } from './row-name.js'
import { wordOr } from './words.js'

/** @import { EditState, EditStep } from './types.d.ts' */

/**
 * Return what a row of a file is called, and its columns; a file may have rows of several tables.
 *
 * @param {{ file: string, row: string }} at
 * @param {readonly string[]} columns
 * @param {EditState} state
 */
export function namesOf({ file, row }, columns, { columns: ofList, files, rows, tables }) {
  const list = { columns: ofList, file: files.list, rows }
  const sides = [list, ...Object.values(tables ?? {})].filter((one) => one.file === file)
  const side = sides.find((one) => one.rows.some(({ key }) => key === row)) ?? sides[0]
  const found = side?.rows.find(({ key }) => key === row)
  const labels = new Map(side?.columns.map((one) => [one.name, labelOf(one)]))
  return {
    columns: columns.map((name) => labels.get(name) ?? name),
    row: found && rowName(found),
  }
}

/**
 * Return what a step did, to which row and to which columns of it; nothing where there is none.
 *
 * @param {EditStep | null} step
 * @param {EditState} state
 */
export function stepText(step, state) {
  if (!step) return ''
  const names = namesOf(step, step.columns, state)
  const changed = step.kind === 'changed' ? names.columns.slice(0, 2) : []
  const what = [names.row ?? step.file, ...changed].filter(Boolean).join(' – ')
  return `${wordOr(`status.${step.kind}`, step.kind)}: ${what}`
}
