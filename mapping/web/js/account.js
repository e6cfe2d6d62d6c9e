'use strict'

/** What is known of one presence, built of nodes: no word of the data is read as HTML. */
function account(place) {
  const { say } = Words
  const join = (keys) => keys.map((key) => say(key)).join(say('list_comma'))
  const rows = [
    ['popup.category', category(place)],
    ['popup.mission', place.unit && say(place.unit)],
    ['popup.serves', join(place.served)],
    ['popup.country', say(place.host)],
    ['popup.city', join(place.cities)],
    ['popup.position', say(`popup.position_${place.position}`)],
    ['popup.evidence', evidence(place)],
  ]
  const list = element('dl')
  for (const [word, text] of rows.filter(([, value]) => value)) {
    list.append(element('div', {}, element('dt', {}, say(word)), element('dd', {}, text)))
  }
  const heading = element('h2', { id: 'details-title' }, symbol(place), label(place))
  return [heading, list, ...footnotes(place), ...sources(place)]
}

function category(place) {
  const name = Words.say(`category-short.${place.category}`)
  return place.category_certain ? name : Words.say('popup.inferred', { category: name })
}

function evidence(place) {
  const year = data.year
  if (place.evidence !== 'documented') return Words.say(`evidence.${place.evidence}`, { year })
  const older = Number.parseInt(place.as_of, 10) < year
  const date = `\u2068${place.as_of}\u2069`
  return Words.say(older ? 'evidence.documented' : 'evidence.documented_then', { date, year })
}

function footnotes(place) {
  return place.footnotes.map((letter) => element(
    'p', { class: 'footnote' }, element('sup', {}, letter), ' ', Words.say(`footnote.${letter}`),
  ))
}

function sources(place) {
  const items = place.documents.map((id) => element(
    'li', { dir: 'auto', lang: data.sources[id].language }, data.sources[id].citation,
  ))
  return [element('h3', {}, Words.say('popup.sources')), element('ul', {}, ...items)]
}
