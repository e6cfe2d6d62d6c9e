import { unpackTable } from './pure/packed-table.js'

/** @import { PackedWorld, World } from './types.d.ts' */

/**
 * Return the areas, lines and names of the world, which are in an element of their own: it is read after the
 * first frame.
 *
 * @returns {World}
 */
export function readWorld() {
  /** @type {PackedWorld} */
  const packed = JSON.parse(document.getElementById('world-data')?.textContent ?? '')
  return { ...packed, areas: unpackTable(packed.areas) }
}
