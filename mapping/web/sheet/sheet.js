/* What printing asks of a finished sheet in Chromium. */
import { replaceWithImages, restoreDrawings } from './accessible-pdf.js'
import { measureSheet } from './measure-sheet.js'
import { markSample, unmarkSample } from './sample-letters.js'

export { markSample, measureSheet, replaceWithImages, restoreDrawings, unmarkSample }
