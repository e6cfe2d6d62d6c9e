/** Places and texts of a few languages, to test with. */

/** @import { Format, LanguageTexts, Place } from '../../mapping/web/js/types.d.ts' */

/**
 * Make a place that has what is given, and else what any has.
 *
 * @param {Partial<Place>} given
 * @returns {Place}
 */
export function makePlace(given) {
  return {
    id: 'a',
    status: 'listed',
    category: 'adviser',
    category_certain: true,
    country: 'KEN',
    area: 'KEN',
    region: 'africa',
    serves: [],
    city: ['Nairobi'],
    position: 'city',
    mission: null,
    mission_name: null,
    footnotes: [],
    evidence: 'report',
    as_of: '2022',
    note: null,
    longitude: 36.82,
    latitude: -1.29,
    counted: true,
    abroad: false,
    host: 'country.KEN',
    served: [],
    cities: ['city.nairobi'],
    unit: null,
    documents: [0],
    ...given,
  }
}

/** @type {Record<string, string>} */
const ENGLISH = {
  'label.a': 'Adviser A',
  'label.b': 'Mission B',
  'label.c': 'Candidate C',
  'country.KEN': 'Kenya',
  'country.CIV': 'Ivory Coast',
  'country.SWZ': 'Eswatini',
  'city.nairobi': 'Nairobi',
  'city.abidjan': 'Abidjan',
  'mission.unami': 'Assistance Mission for Iraq',
}

/** @type {Record<string, LanguageTexts>} */
export const LANGUAGES = {
  ar: {
    direction: 'rtl',
    texts: { ...ENGLISH, 'label.a': 'مستشار', 'country.CIV': 'كوت ديفوار' },
  },
  en: { direction: 'ltr', texts: ENGLISH },
  fr: {
    direction: 'ltr',
    texts: { ...ENGLISH, 'label.a': 'Conseiller A', 'country.CIV': 'Côte d’Ivoire' },
  },
}

/**
 * Give the English text, or the id and its values where there is none.
 *
 * @type {Format}
 */
export function format(id, values) {
  return ENGLISH[id] ?? (values ? `${id} ${JSON.stringify(values)}` : id)
}
