/* What printing asks of a finished sheet in Chromium. */
import { replaceWithImages, restoreDrawings } from './accessible-pdf.js'
import { measureSheet } from './measure-sheet.js'

export { measureSheet, replaceWithImages, restoreDrawings }
