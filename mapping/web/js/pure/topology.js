import { decodeNumbers } from './number-text.js'

/** @import { Arc, Pen, Run, World } from '../types.d.ts' */

/**
 * Return the arcs that areas and lines share, on the drawing.
 *
 * @param {Pick<World, 'arcs'>} world
 * @returns {Arc[]}
 */
export function decodeArcs({ arcs }) {
  const { ends, numbers } = decodeNumbers(arcs, 2)
  return ends.map((end, i) => numbers.subarray(ends[i - 1] ?? 0, end))
}

/**
 * Return the runs of arcs of areas or lines, of all at once: an empty list is put between them.
 *
 * @param {string[]} shapes
 * @returns {Run[][]}
 */
export function decodeRuns(shapes) {
  const { ends, numbers } = decodeNumbers(shapes.join('  '))
  /** @type {Run[]} */
  let runs = []
  const decoded = [runs]
  let [arc, from] = [-1, 0]
  for (const end of ends) {
    /** @type {Run} */
    const run = []
    for (; from < end; from += 1) run.push(arc += numbers[from] + 1)
    if (run.length) runs.push(run)
    else {
      decoded.push(runs = [])
      arc = -1
    }
  }
  return decoded
}

/**
 * Draw runs of arcs with a pen; an arc whose number is below zero is run through backwards.
 *
 * @param {Pen} pen
 * @param {Arc[]} arcs
 * @param {Run[]} runs
 */
export function trace(pen, arcs, runs) {
  for (const run of runs) {
    let started = false
    for (const index of run) {
      const arc = index < 0 ? arcs[~index] : arcs[index]
      const from = index < 0 ? arc.length - 2 : 0
      const step = index < 0 ? -2 : 2
      for (let i = started ? from + step : from; i >= 0 && i < arc.length; i += step) {
        if (started) pen.lineTo(arc[i], arc[i + 1])
        else pen.moveTo(arc[i], arc[i + 1])
        started = true
      }
    }
  }
}

/**
 * Return runs of arcs as path data: each begins with a point, before which there is none, and goes on by steps, which
 * are short. No pen: this is done before anything is drawn, and before a browser has compiled it well.
 *
 * @param {Arc[]} arcs
 * @param {Run[]} runs
 */
export function pathText(arcs, runs) {
  let text = ''
  for (const run of runs) {
    let x = NaN
    let y = NaN
    let letter = 'l'
    for (const index of run) {
      const arc = index < 0 ? arcs[~index] : arcs[index]
      const step = index < 0 ? -2 : 2
      for (let i = index < 0 ? arc.length - 2 : 0; i >= 0 && i < arc.length; i += step) {
        const right = arc[i] - x
        const down = arc[i + 1] - y
        x = arc[i]
        y = arc[i + 1]
        if (right || down) {
          text += letter + right + ' ' + down
          letter = ' '
        } else if (right !== 0) text += 'M' + x + ' ' + y
      }
    }
  }
  return text
}
