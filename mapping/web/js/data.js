'use strict'

/** Everything the page knows, handed over by the build in one island of JSON; the places as a table. */
const data = (() => {
  const handed = JSON.parse(document.getElementById('map-data').textContent)
  const { fields, rows } = handed.places
  const places = rows.map((row) => Object.fromEntries(row.map((value, i) => [fields[i], value])))
  return { ...handed, places }
})()
