'use strict'

/**
 * Names of countries that have a presence and no label that says their name, such as the host of a
 * regional office: in a near view, in the middle of the country and nowhere else, where the labels
 * leave room; for the eye alone.
 */
function nameCountries(map, pane, taken, view) {
  if (map.getZoom() < map.getMinZoom() + 1) return
  for (const { latitude, longitude, name } of data.countries) {
    const middle = map.latLngToLayerPoint([latitude, EqualEarth.longitude(longitude)])
    if (!view.contains(middle)) continue
    const text = element('div', { class: 'country', dir: Words.direction }, Words.say(name))
    pane.append(text)
    const { height, width } = text.getBoundingClientRect()
    const corner = middle.subtract([width / 2, height / 2])
    const box = L.bounds(corner, corner.add([width, height]))
    if (inside(box, view) && !taken.some((other) => overlap(box, other))) {
      taken.push(box)
      text.style.translate = `${box.min.x}px ${box.min.y}px`
    } else text.remove()
  }
}
