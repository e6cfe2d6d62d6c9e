/** What one did, in a few words: for the buttons that undo it and do it again. */
import { labelOf } from './field.js'
import { rowName } from './row-form.js'
import { wordOr } from './words.js'

/** @import { EditState, EditStep } from './types.d.ts' */

/**
 * Return what a step did, to which row and to which columns of it; nothing where there is none.
 *
 * @param {EditStep | null} step
 * @param {EditState} state
 */
export function stepText(step, { columns, files, rows, tables }) {
  if (!step) return ''
  const isOfList = step.file === files.list
  const side = Object.values(tables ?? {}).find(({ file }) => file === step.file)
  const row = (isOfList ? rows : side?.rows ?? []).find(({ key }) => key === step.row)
  const names = new Map(
    (isOfList ? columns : side?.columns ?? []).map((one) => [one.name, labelOf(one)]),
  )
  const changed = step.kind === 'changed' ? step.columns.map((name) => names.get(name) ?? name) : []
  const what = [row ? rowName(row) : step.file, ...changed.slice(0, 2)].filter(Boolean).join(' – ')
  return `${wordOr(`status.${step.kind}`, step.kind)}: ${what}`
}
