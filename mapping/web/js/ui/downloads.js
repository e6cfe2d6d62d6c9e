/** The buttons over the list that download or copy what is visible, made in the page without a request. */
import { element, query, queryAll } from '../dom.js'
import { format } from '../messages.js'
import { pageData } from '../page-data.js'
import { toCsv } from '../pure/csv.js'
import { toGeoJson } from '../pure/geojson.js'
import { toPlainText } from '../pure/plain-text.js'
import { orderedPlaces } from '../visible.js'
import { copyText } from './clipboard.js'

/** Milliseconds after which the browser has surely begun to save a file. */
const REVOKE_MS = 10_000

export function addDownloads() {
  const output = query('.list-tools output', HTMLElement)
  /** @type {Record<string, (button: HTMLElement) => void>} */
  const acts = {
    copy: (button) => copyText(toPlainText(orderedPlaces(), format), button, output),
    csv: () => saveFile('presences.csv', 'text/csv', toCsv(orderedPlaces(), pageData)),
    geojson: () =>
      saveFile('presences.geojson', 'application/geo+json', toGeoJson(orderedPlaces(), pageData)),
  }
  for (const button of queryAll('[data-share]', HTMLElement)) {
    button.addEventListener('click', () => acts[button.dataset.share ?? ''](button))
  }
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
function saveFile(name, type, content) {
  const href = URL.createObjectURL(new Blob([content], { type }))
  element('a', { download: name, href }).click()
  setTimeout(() => URL.revokeObjectURL(href), REVOKE_MS)
}
