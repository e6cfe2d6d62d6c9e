import { decodeNumbers } from './number-text.js'

/** @import { Arc, Pen, Run, World } from '../types.d.ts' */

/**
 * Return the arcs that areas and lines share, on the drawing.
 *
 * @param {Pick<World, 'arcs'>} world
 * @returns {Arc[]}
 */
export function decodeArcs({ arcs }) {
  const decoded = decodeNumbers(arcs)
  let [x, y] = [0, 0]
  for (const arc of decoded) {
    for (let i = 0; i < arc.length; i += 2) {
      arc[i] = x += arc[i]
      arc[i + 1] = y += arc[i + 1]
    }
  }
  return decoded
}

/**
 * Return the runs of arcs of an area or a line.
 *
 * @param {{ runs: string }} shape
 * @returns {Run[]}
 */
export function decodeRuns({ runs }) {
  let arc = -1
  return decodeNumbers(runs).map((steps) => {
    const run = []
    for (let i = 0; i < steps.length; i += 1) run.push(arc += steps[i] + 1)
    return run
  })
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

/** Writes path data. */
export class PathPen {
  text = ''
  letter = ''

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.write('M', x, y)
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.write('L', x, y)
  }

  /**
   * @param {string} letter
   * @param {number} x
   * @param {number} y
   */
  write(letter, x, y) {
    this.text += letter === this.letter ? ` ${x} ${y}` : `${letter}${x} ${y}`
    this.letter = letter
  }
}
