'use strict'

/** What is shown, to take along: as text, as a table, as GeoJSON; made in the page, asking nobody. */
const Share = (() => {
  /** The columns that the page finds by other names: labels among its texts, citations by their keys. */
  const composed = {
    ...Object.fromEntries(Object.keys(data.languages).map((code) => [
      `label_${code}`, ({ id }) => data.languages[code].texts[`label.${id}`],
    ])),
    sources: ({ documents }) => documents.map((id) => data.sources[id].citation),
  }

  /** What the build's own exports say of a place, in the order of their columns. */
  function properties(place) {
    return Object.fromEntries(data.columns.map((name) => [name, composed[name] ? composed[name](place) : place[name]]))
  }

  /** A cell that no spreadsheet takes for a formula. */
  function cell(value) {
    const plain = typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value ?? ''].flat().join(' | ')
    return quote(/^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain)
  }

  function quote(text) {
    return `"${text.replaceAll('"', '""')}"`
  }

  /** The table with a byte order mark, without which Excel takes it for another encoding. */
  function csv(places) {
    const header = ['longitude', 'latitude', ...data.columns].map(quote)
    const rows = places.map((place) => [place.longitude, place.latitude, ...Object.values(properties(place)).map(cell)])
    return `\uFEFF${[header, ...rows].map((row) => `${row.join(',')}\n`).join('')}`
  }

  function geojson(places) {
    const features = places.map((place) => ({
      type: 'Feature',
      id: place.id,
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: properties(place),
    }))
    return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`
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
