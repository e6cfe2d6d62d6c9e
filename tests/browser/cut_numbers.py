"""Circles at the edges of the view and under the buttons of the map: whether a number is cut."""

# Numbers of circles of which a part is out of view or under the buttons of the map.
CUT = """() => {
  const box = (one) => one.getBoundingClientRect()
  const [view, acts] = [box(document.querySelector('[role=toolbar]')),
    box(document.querySelector('.acts'))]
  const apart = (a, b) => a.right <= b.left || a.left >= b.right || a.bottom <= b.top ||
    a.top >= b.bottom
  const within = (a) => a.left >= view.left && a.right <= view.right &&
    a.top >= view.top - 3 && a.bottom <= view.bottom + 3
  return [...document.querySelectorAll('[data-holds] text')]
    .filter((one) => one.checkVisibility() && !apart(box(one), view))
    .filter((one) => !within(box(one)) || !apart(box(one), acts))
    .map((one) => one.textContent)
}"""

# The same with each of the circles in turn at each edge of the view, and under the buttons.
AT_EDGES = f"""async () => {{
  const map = window.map_world
  const [centre, zoom] = [map.getCenter(), map.getZoom()]
  const middle = (one) => {{
    const {{ left, top, width, height }} = one.getBoundingClientRect()
    return L.point(left + width / 2, top + height / 2)
  }}
  const {{ left, top, right, bottom }} = map.getContainer().getBoundingClientRect()
  const acts = middle(document.querySelector('.acts'))
  const edges = [[left + 3, acts.y], [right - 3, top + 99], [left + 99, top - 2],
    [left + 150, bottom - 3], [acts.x - 18, acts.y]]
  const found = []
  for (const place of edges) {{
    for (const at of [0, 1, 2, 3, 4, 5, 6]) {{
      map.setView(centre, zoom, {{ animate: false }})
      const circle = [...document.querySelectorAll('[data-holds] svg')][at]
      map.panBy(middle(circle).subtract(place), {{ animate: false }})
      await null // what follows a view, before it is seen
      found.push(...({CUT})())
    }}
  }}
  return found
}}"""

# Whether a circle shows its number of which the buttons cover a part of the ring.
BESIDE_BUTTONS = """async () => {
  const box = (one) => one.getBoundingClientRect()
  const [circle] = document.querySelectorAll('[data-holds] svg')
  const acts = box(document.querySelector('.acts'))
  const { left, top, width } = box(circle)
  const goal = acts.left > innerWidth / 2 ? acts.left + 4 - width : acts.right - 4
  window.map_world.panBy([left - goal, top - acts.top - 20], { animate: false })
  await null
  const near = [...document.querySelectorAll('[data-holds] svg')]
    .filter((one) => Math.hypot(box(one).left - goal, box(one).top - acts.top - 20) < 2)
  return near.map((one) => one.querySelector('text').checkVisibility())
}"""
