'use strict'

/** The texts of the page in the chosen language, by id. */
const Words = (() => {
  const languages = data.languages
  let current = document.documentElement.lang

  /** Give a text, its {placeholders} filled in; unknown placeholders stay as they are. */
  function say(id, values = {}) {
    const text = languages[current].texts[id]
    return text.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? values[name] : slot))
  }

  /** The language the page opens in: the address decides, then the reader's own, then the source's. */
  function first() {
    const wanted = [State.get().lang, ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0])
    return wanted.find((code) => Object.hasOwn(languages, code)) || current
  }

  /** Turn the page to a language: every element that names a text, and the direction of writing. */
  function use(code) {
    current = code
    const root = document.documentElement
    root.lang = code
    root.dir = languages[code].direction
    document.title = say('title')
    for (const element of document.querySelectorAll('[data-text]')) {
      const text = say(element.dataset.text)
      if (element.textContent !== text) element.textContent = text
    }
    for (const element of document.querySelectorAll('[data-label-text]')) {
      element.setAttribute('aria-label', say(element.dataset.labelText))
    }
    document.dispatchEvent(new CustomEvent('language'))
  }

  return {
    first,
    say,
    use,
    get code() { return current },
    get direction() { return languages[current].direction },
  }
})()
