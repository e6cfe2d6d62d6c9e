'use strict'

/** The order of the presences: by the reader's choice of groups, then by name in the page's language. */
const Order = (() => {
  const headings = {
    category: ({ category, status }) => (status === 'candidate' ? 'list.candidates' : `category.${category}`),
    country: () => 'list.by_country',
    region: ({ counted, region, status }) => {
      if (status === 'candidate') return 'list.candidates'
      return counted ? `group.${region}` : 'list.headquarters'
    },
  }

  /** Id of the heading under which a place stands. */
  function group(place) {
    return headings[State.get().sort || 'region'](place)
  }

  /** The presences that are shown, in the order of the list. */
  function shown() {
    const { compare } = new Intl.Collator(Words.code)
    const groups = [...new Set(data.places.map(group))]
    const keyed = Filter.shown().map((place) => ({
      country: Words.say(place.host), name: Words.say(`label.${place.id}`), place, rank: groups.indexOf(group(place)),
    }))
    keyed.sort((a, b) => a.rank - b.rank || compare(a.country, b.country) || compare(a.name, b.name))
    return keyed.map(({ place }) => place)
  }

  return { group, shown }
})()
