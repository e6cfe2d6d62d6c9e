/** The dialog that asks for what has to be decided: fields, what is wrong with them, and an answer. */
import { query, queryAll } from '../js/dom.js'
import { Field } from './field.js'
import { faultsByColumn, faultText } from './pure.js'
import { announce, word } from './words.js'

/** @import { Cells, Column, EditFault, Suggestion } from './types.d.ts' */

/**
 * What is asked, and what is done with the answer: `answer` returns what is wrong with it; where that is
 * nothing, no more is asked, and `done` is called.
 *
 * @typedef {{
 *   answer: (cells: Cells) => Promise<readonly EditFault[]>,
 *   cancel?: () => void,
 *   cells?: Cells,
 *   done?: () => void,
 *   columns: readonly Column[],
 *   help?: string,
 *   table?: string,
 *   title: string,
 *   yes: string,
 * }} Question
 */

/** How long nothing has the focus before the dialog has it. */
const AWAY_MS = 100

export class Asking {
  constructor() {
    this.dialog = query('.asking', HTMLDialogElement)
    this.title = query('#asking-title', HTMLElement)
    this.help = query('.asking-help', HTMLElement)
    this.asked = query('.asked', HTMLElement)
    this.wrong = query('.asking-wrong', HTMLElement)
    this.yes = query('.answers .main', HTMLButtonElement)
    /** @type {Question | undefined} */
    this.question = undefined
    /** @type {Promise<void>} fulfilled when the last answer is done */
    this.answered = Promise.resolve()
    /** @type {Field[]} */
    this.fields = []
    /** @type {HTMLElement | null} what had the focus, and has it again afterwards */
    this.before = null
    query('form', HTMLFormElement, this.dialog).addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.isAnswering) this.answered = this.submit()
    })
    query('[data-act=stop-asking]', HTMLElement).addEventListener('click', () => this.cancel())
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.cancel()
    })
  }

  /**
   * @param {Question} question
   * @param {...Node} others what the dialog has besides fields
   */
  open(question, ...others) {
    this.question = question
    const { cells = {}, columns, help = '', table, title, yes } = question
    this.title.textContent = title
    this.help.textContent = help
    this.wrong.textContent = ''
    this.yes.textContent = yes
    this.yes.disabled = false
    this.fields = columns.map((column) => {
      const field = new Field(column, { change() {}, ...(table && { table }) })
      field.control.write(cells[column.name] ?? '')
      return field
    })
    this.asked.replaceChildren(...this.fields.map(({ root }) => root), ...others)
    // Orca says nothing of a dialog where what has the focus becomes inert with all the rest.
    this.before = /** @type {HTMLElement | null} */ (document.activeElement)
    this.before?.blur()
    setTimeout(() => this.show(question), AWAY_MS)
  }

  /** @param {Question} question */
  show(question) {
    if (question !== this.question) return
    this.dialog.showModal()
    const first = this.fields.find(({ column, control }) => column.required && !control.read())
    if (first) first.focus()
    else queryAll('input, select, textarea', HTMLElement, this.asked)[0]?.focus()
  }

  /** Return what the fields hold. */
  read() {
    return Object.fromEntries(
      this.fields.map(({ column, control }) => [column.name, control.read()]),
    )
  }

  /** Whether something is asked. */
  get isOpen() {
    return this.question !== undefined
  }

  /** Whether an answer was given, and is not done yet. */
  get isAnswering() {
    return this.yes.disabled
  }

  async submit() {
    const { question } = this
    if (!question) return
    this.yes.disabled = true
    const faults = await question.answer(this.read())
    this.yes.disabled = false
    if (faults.length) {
      this.showFaults(faults)
      return
    }
    // First the focus goes back to where it was, then to where the answer leads.
    this.close()
    question.done?.()
  }

  /** @param {readonly EditFault[]} faults */
  showFaults(faults) {
    const found = faultsByColumn(faults, this.fields.map(({ column }) => column))
    for (const field of this.fields) field.showFaults(found.get(field.column.name) ?? [])
    const general = found.get('') ?? []
    this.wrong.textContent = general.map(faultText).join('. ')
    this.fields.find(({ column }) => found.has(column.name))?.focus()
    // One is heard at its field, or as an alert.
    if (faults.length > 1) announce(word('faults_number', { number: faults.length }))
  }

  cancel() {
    const { question } = this
    this.close()
    question?.cancel?.()
  }

  close() {
    this.question = undefined
    this.dialog.close()
    this.before?.focus({ preventScroll: true })
  }
}
