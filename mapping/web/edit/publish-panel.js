/** From the draft that was saved to what is published: build, compare, print, verify, commit. */
import { element, query } from '../js/dom.js'
import { ask, Refusal } from './session.js'
import { announce, word } from './words.js'

/** @import { Job } from './types.d.ts' */

const STEPS = ['build', 'changes', 'print', 'verify', 'message']
const POLL_MS = 500

export class PublishPanel {
  constructor() {
    this.message = element('textarea', { id: 'commit-message', dir: 'auto', rows: '6' })
    this.steps = STEPS.map((step) => new PublishStep(step))
    const commit = new PublishStep('commit', () => ({ message: this.message.value }))
    const last = this.steps.at(-1)
    last?.onText((text) => this.message.value = text)
    commit.onDone(() => this.message.value = '')
    const label = element('label', { for: this.message.id }, word('commit_message'))
    commit.root.prepend(element('div', { class: 'field' }, label, this.message))
    this.steps.push(commit)
    query('.publish ol', HTMLElement).append(...this.steps.map(({ root }) => root))
  }

  /** @param {boolean | undefined} git whether the folder lies in a repository */
  show(git) {
    for (const one of this.steps) {
      if (one.step === 'commit' || one.step === 'message') one.root.hidden = git === false
      one.forgetRefusal()
    }
  }

  /** @param {Job} job */
  note(job) {
    this.steps.find(({ id }) => id === job.id)?.show(job)
  }
}

/** One step, its progress and what came of it. */
class PublishStep {
  /**
   * @param {string} step
   * @param {() => object} [more] what the server must know besides
   */
  constructor(step, more = () => ({})) {
    this.step = step
    this.more = more
    this.id = ''
    /** @type {((text: string) => void) | undefined} */
    this.listener = undefined
    /** @type {() => void} */
    this.doneListener = () => {}
    this.button = element('button', { type: 'button' }, word(`step.${step}`))
    this.progress = element('progress', { 'aria-label': word(`step.${step}`), hidden: '' })
    this.outcome = element('p', { class: 'outcome' })
    this.lines = element('ul', { dir: 'ltr', lang: 'en', role: 'list' })
    this.text = element('pre', { dir: 'auto', hidden: '', tabindex: '0' })
    const help = element('p', { class: 'help' }, word(`step_help.${step}`))
    this.root = element(
      'li',
      {},
      this.button,
      help,
      this.progress,
      this.outcome,
      this.lines,
      this.text,
    )
    this.button.addEventListener('click', () => this.start())
  }

  /** @param {(text: string) => void} listener takes the text that comes of it, which is then not shown here */
  onText(listener) {
    this.listener = listener
  }

  /** @param {() => void} listener what to do once it is well done */
  onDone(listener) {
    this.doneListener = listener
  }

  async start() {
    if (this.button.getAttribute('aria-disabled') === 'true') return
    this.button.setAttribute('aria-disabled', 'true')
    this.progress.hidden = false
    this.progress.removeAttribute('value')
    this.say(word('working'))
    try {
      const { job } = await ask('publish', { step: this.step, ...this.more() })
      this.id = job.id ?? job
      await this.follow()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.end(error.message, 'en')
    }
  }

  /** What was refused may be possible now: the draft is another. */
  forgetRefusal() {
    if (this.outcome.lang) this.say('')
  }

  /**
   * @param {string} outcome
   * @param {string} [lang] of it, where it is not that of the page
   */
  say(outcome, lang = '') {
    this.outcome.textContent = outcome
    if (lang) Object.assign(this.outcome, { dir: 'ltr', lang })
    else for (const name of ['dir', 'lang']) this.outcome.removeAttribute(name)
  }

  async follow() {
    for (;;) {
      /** @type {Job} */
      const job = await ask(`jobs/${this.id}`)
      this.show(job)
      if (job.state !== 'running') {
        this.end(word(`step_${job.state}`))
        if (job.state === 'done') this.doneListener()
        return
      }
      await new Promise((go) => setTimeout(go, POLL_MS))
    }
  }

  /** @param {Job} job */
  show({ doing, done, lines, of, state, text }) {
    if (of) {
      this.progress.max = of
      this.progress.value = done
    }
    if (state === 'running') {
      this.say([word('working'), doing].filter(Boolean).join(' '))
    }
    this.lines.replaceChildren(...lines.map((line) => element('li', {}, line)))
    const isTaken = Boolean(this.listener) && state === 'done'
    if (isTaken) this.listener?.(text ?? '')
    this.text.hidden = !text || isTaken
    this.text.textContent = text ?? ''
  }

  /**
   * @param {string} outcome
   * @param {string} [lang] of it, where it is not that of the page
   */
  end(outcome, lang) {
    this.progress.hidden = true
    this.button.removeAttribute('aria-disabled')
    this.say(outcome, lang)
    // Who has gone on to something else meanwhile hears what it is that ended.
    announce(`${word(`step.${this.step}`)}:`)
    announce(outcome, lang)
  }
}
