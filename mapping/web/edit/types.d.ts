/** What the editing server says, and the shapes that the scripts of the editing page pass to each other. */

import type { LatLng, LeafletMap } from '../js/map/leaflet.d.ts'

/** A text by the code of its language. */
export type Localized = Record<string, string>

export interface EditSession {
  token: string
  /** The words of the editing page in its language, by id. */
  words: Record<string, string>
}

export interface Choice {
  value: string
  text: Localized | string
}

export interface Column {
  name: string
  /** The program's own name of what it holds, where the file calls it otherwise. */
  role?: string | null
  /** What an edition calls it. */
  title?: Localized | null
  about?: string | null
  kind: string
  required: boolean
  own?: boolean
  advanced?: boolean
  choices?: Choice[] | null
  suggests?: boolean
  /** Whether it holds several keys, a space between. */
  many?: boolean
  /** The side table whose keys it holds, where a new one can be entered. */
  table?: string | null
  /** The code of the language that its texts are in. */
  language?: string | null
}

export interface EditFault {
  column: string | null
  what: string
  remedy: string
  file?: string
  line?: number
  row?: string | null
  /** In which language it is said, where not in that of the check. */
  lang?: string
}

export type Cells = Record<string, string>

export interface Row {
  key: string
  cells: Cells
  labels: Localized
  /** What the file says of it, for where it has no label because something is wrong with it. */
  called?: Localized
  /** Longitude and latitude in degrees, WGS 84. */
  point: [number, number] | null
  status: 'same' | 'changed' | 'added' | 'closed' | 'removed'
  faults: EditFault[]
  /** What is worth knowing, and forbids nothing. */
  notes?: EditFault[]
  /** Of a side table: what was in the cells that are others now. */
  before?: Cells
  /** What its closing rests on, where that is in no file. */
  facts?: Cells
  /** By which the map knows it, where it is on it. */
  id?: string | null
}

/** A row of a side table that was found: its key in the session, that in the file, and its name. */
export interface FoundRow {
  row: string
  key: string
  text: string
  cells: Cells
}

export interface SideTable {
  file: string
  writable: boolean
  columns: Column[]
  rows: Row[]
}

export interface CategoryTotal {
  category: string
  before: number
  now: number
  expected: number | null
  /** What the category is called. */
  text: Localized
}

/** What would be undone, or done again. */
export interface EditStep {
  kind: string
  file: string
  row: string
  columns: string[]
}

/** A cell that somebody else changed in the file meanwhile. */
export interface Conflict {
  file: string
  row: string
  column: string
  base: string
  mine: string
  theirs: string
}

export interface EditState {
  revision: number
  files: Record<string, string>
  writable: boolean
  why_not_writable: string | null
  columns: Column[]
  rows: Row[]
  faults: EditFault[]
  notes: EditFault[]
  totals: {
    listed: number
    expected: number | null
    by_category: CategoryTotal[]
  }
  changes: { text: Localized | string; id?: string }[]
  /** How often the files were read: names may be others since. */
  reading: number
  undo: EditStep | null
  redo: EditStep | null
  can_save: boolean
  refusal: string | null
  theirs: Conflict[]
  draft_restored: string | null
  /** Nothing where the files cannot be read. */
  tables?: Record<string, SideTable>
  git?: boolean
  /** What is asked where a presence closes, and whether its row may stay, uncounted. */
  closing: { columns: string[]; required: string[]; may_stay: boolean }
  /** The row that a request made or changed. */
  row?: string
}

export interface Suggestion {
  value: string
  text: string
  detail?: string
  /** What to enter in a side table first: the list has no such key yet. */
  new?: { table: string; cells: Cells } | null
  /** What it means for several columns at once. */
  cells?: Cells
  country?: string | null
}

/** What a point on the map means for a row. */
export interface Located {
  /** As the list writes it. */
  country: string | null
  /** What it is called. */
  text: string
  cities: Suggestion[]
  /** Whether a row may have a point of its own, finer than a city. */
  finer: boolean
}

export interface Job {
  id: string
  step?: string
  state: 'running' | 'done' | 'failed'
  done: number
  of: number
  /** What is being done. */
  doing?: string
  lines: string[]
  text: string | null
}

/** A control of a form, and how to read and write it. */
export interface Control {
  /** What has the label, the focus and the faults. */
  field: HTMLElement
  root: HTMLElement
  read(): string
  write(value: string): void
}

/** The window of the map, with what its scripts leave there. */
export type MapWindow = Window & { L: MapLeaflet; map_world: EditedMap }

export type EditedMap = LeafletMap

export interface MapLeaflet {
  latLng(latitude: number, longitude: number): LatLng
}
