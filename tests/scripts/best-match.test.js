/** Which of the places that a search leaves it goes to. */
import assert from 'node:assert/strict'
import { bestMatch } from '../../mapping/web/js/pure/best-match.js'
import { makePlace } from './places.js'

/**
 * Say which of some names a text leads to, all in Kenya or where a name is followed by "@" and a country.
 *
 * @param {string} text
 * @param {string[]} names in the order of the list
 */
function found(text, ...names) {
  /** @type {Record<string, string>} */
  const texts = { 'country.KEN': 'Kenya' }
  const places = names.map((given, i) => {
    const [name, country = 'Kenya'] = given.split('@')
    texts[`label.${i}`] = name
    texts[`country.${country}`] = country
    return makePlace({ id: String(i), host: `country.${country}`, cities: [] })
  })
  const best = bestMatch(places, text, { languages: { en: { direction: 'ltr', texts } } })
  return best && texts[`label.${best.id}`]
}

Deno.test('a name that begins with the text comes before one that has its words', () => {
  assert.equal(found('sao p', 'São Domingos de Rana, Porto', 'São Paulo'), 'São Paulo')
  assert.equal(found('jose san', 'Josef, Sanders', 'San José'), 'Josef, Sanders')
  assert.equal(found('san jose', 'José Santos', 'San José'), 'San José')
  assert.equal(found('york', 'Yorkville', 'York', 'New York'), 'York')
})

Deno.test('whole words come before the beginning of longer ones, and these before what is inside', () => {
  assert.equal(found('niger', 'Nigerian Office', 'Niger Delta'), 'Niger Delta')
  assert.equal(found('oman', 'Romania', 'Upper Omanland', 'Omanland'), 'Omanland')
  assert.equal(found('oman', 'Romania', 'Upper Omanland'), 'Upper Omanland')
  assert.equal(found('land new', 'Landing, Renew', 'New Landing'), 'New Landing')
})

Deno.test('a country to the letter comes before names that only begin so, and not before its own city', () => {
  assert.equal(found('india', 'Indianapolis', 'Delhi@India'), 'Delhi')
  assert.equal(found('mexico', 'Acapulco@Mexico', 'Mexico City@Mexico'), 'Mexico City')
  assert.equal(found('iran', 'Tirana', 'Shiraz@Iran'), 'Shiraz')
})

Deno.test('accents, case and signs do not matter, nor the script', () => {
  assert.equal(found('GUINEE-B', 'Nouvelle Guinée', 'Guinée Bissau'), 'Guinée Bissau')
  assert.equal(found('d’ivoire', 'Boulevard Ivoirien', 'Côte d’Ivoire'), 'Côte d’Ivoire')
  assert.equal(found('北京', '驻北京办事处', '北京南站'), '北京南站')
  assert.equal(found('القاهره', 'مطار القاهرة', 'القاهرة'), 'القاهرة')
  assert.equal(found('орёл', 'Новый Орел', 'Орел'), 'Орел')
})

Deno.test('of equally likely places it is the first, and without a text the first of all', () => {
  assert.equal(found('sao', 'São Tomé', 'São Paulo'), 'São Tomé')
  assert.equal(found(' ?', 'B', 'A'), 'B')
  assert.equal(found('former name', 'B', 'A'), 'B')
  assert.equal(found('any'), undefined)
})
