'use strict'

/** Everything the page knows, handed over by the build in one island of JSON. */
const data = JSON.parse(document.getElementById('map-data').textContent)
