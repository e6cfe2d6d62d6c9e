/** A fragment that is written like a query; all others lead to a part of the page. */
const PARAMETERS = /^#(embed(&|=|$)|\w+=)/
/** What WordPress adds to the address of a frame that it makes of an oEmbed answer. */
const SECRET = /#\?secret=(\w+)$/

/**
 * Return the part of a fragment that is the page's own, what WordPress has added to it, and the secret
 * in that, by which it knows the messages of the frame.
 *
 * @param {string} hash
 */
export function splitFragment(hash) {
  const [added = '', secret = ''] = SECRET.exec(hash) ?? []
  return { added, own: hash.slice(0, hash.length - added.length), secret }
}

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
 * Return an address whose parameters are all in its query; what WordPress added stays.
 *
 * @param {string} address
 */
export function withoutFragmentParameters(address) {
  const made = new URL(address)
  const { added, own } = splitFragment(made.hash)
  if (!PARAMETERS.test(own)) return made
  made.search = addressParameters(made).toString()
  made.hash = added
  return made
}

/** @param {string} hash */
function fragmentParameters(hash) {
  const { own } = splitFragment(hash)
  return new URLSearchParams(PARAMETERS.test(own) ? own.slice(1) : '')
}
