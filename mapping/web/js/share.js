'use strict'

/** What is shown, to take along: as text, as a table, as GeoJSON; made in the page, asking nobody. */
const Share = (() => {
  const columns = {
    id: ({ id }) => id,
    status: ({ status }) => status,
    category: ({ category }) => category,
    category_certain: ({ certain }) => (certain ? 'yes' : 'no'),
    country: ({ country }) => country.replace('country.', ''),
    region: ({ region }) => region,
    position: ({ position }) => position,
    footnotes: ({ footnotes }) => footnotes,
    evidence: ({ evidence }) => evidence,
    as_of: ({ asOf }) => asOf,
    ...Object.fromEntries(Object.keys(data.languages).map((code) => [
      `label_${code}`, ({ id }) => data.languages[code].texts[`label.${id}`],
    ])),
    sources: ({ sources }) => sources.map((id) => data.sources[id].citation),
  }

  function row(place) {
    return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value(place)]))
  }

  /** A cell that no spreadsheet takes for a formula. */
  function cell(value) {
    const text = [value].flat().join(' | ')
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  }

  function csv(places) {
    const rows = places.map((place) => [place.longitude, place.latitude, ...Object.values(row(place)).map(cell)].join(','))
    return ['\uFEFFlongitude', 'latitude', ...Object.keys(columns)].join(',').concat('\n', rows.join('\n'), '\n')
  }

  function geojson(places) {
    const features = places.map((place) => ({
      type: 'Feature',
      id: place.id,
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: row(place),
    }))
    return JSON.stringify({ type: 'FeatureCollection', features })
  }

  function text(places) {
    const lines = places.map((place) => `${plainLabel(place)} – ${category(place)}`)
    const letters = [...new Set(places.flatMap(({ footnotes }) => footnotes))].sort()
    const notes = letters.map((letter) => `${letter} ${Words.say(`footnote.${letter}`)}`)
    return [Words.say('title'), ...lines, ...notes, Words.say('disclaimer'), Words.say('clearance')].join('\n')
  }

  function save(name, type, content) {
    const link = element('a', { download: name, href: URL.createObjectURL(new Blob([content], { type })) })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10000)
  }

  async function copy(content, button) {
    const field = element('textarea', { class: 'heard', 'aria-hidden': 'true' })
    field.value = content
    button.after(field)
    field.select()
    const done = navigator.clipboard ? await navigator.clipboard.writeText(content).then(() => true, () => false) : false
    const copied = done || document.execCommand('copy')
    field.remove()
    button.focus()
    return copied
  }

  return { copy, csv, geojson, save, text }
})()

/** The buttons over the list that hand out what is shown. */
function addSharing() {
  const said = document.querySelector('.list-tools output')
  const acts = {
    copy: async (button) => {
      const copied = await Share.copy(Share.text(Order.shown()), button)
      said.textContent = Words.say(copied ? 'share.copied' : 'share.not_copied')
    },
    csv: () => Share.save('presences.csv', 'text/csv', Share.csv(Order.shown())),
    geojson: () => Share.save('presences.geojson', 'application/geo+json', Share.geojson(Order.shown())),
  }
  for (const button of document.querySelectorAll('[data-share]')) {
    button.addEventListener('click', () => acts[button.dataset.share](button))
  }
}
