/** A fragment that is written like a query; all others lead to a part of the page. */
const PARAMETERS = /^#(embed(&|=|$)|\w+=)/

/**
 * Return the parameters of an address: those of its query, and those of a fragment that is written like
 * one (`#embed&lang=fr`), which redirects and caches pass on where they drop the query.
 *
 * @param {{ search: string, hash: string }} address
 */
export function addressParameters({ search, hash }) {
  const parameters = new URLSearchParams(search)
  for (const [key, value] of fragmentParameters(hash)) {
    if (!parameters.has(key)) parameters.set(key, value)
  }
  return parameters
}

/**
 * Return an address whose parameters are all in its query.
 *
 * @param {string} address
 */
export function withoutFragmentParameters(address) {
  const made = new URL(address)
  if (!PARAMETERS.test(made.hash)) return made
  made.search = addressParameters(made).toString()
  made.hash = ''
  return made
}

/** @param {string} hash */
function fragmentParameters(hash) {
  return new URLSearchParams(PARAMETERS.test(hash) ? hash.slice(1) : '')
}
