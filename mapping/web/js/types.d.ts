/** What the build hands to the page as JSON, and the shapes that the scripts pass to each other. */

export type Status = 'listed' | 'candidate'
export type Evidence = 'report' | 'documented' | 'candidate'
export type Direction = 'ltr' | 'rtl'

/** Everything that the page knows. */
export interface PageData {
  /** Keys of the categories, in the order of the edition. */
  categories: string[]
  /** Kinds of evidence that the list has, the firmest first. */
  evidence: Evidence[]
  regions: string[]
  /** Where the page is published, or nothing. */
  address: string
  /** Whether there is a page of each language next to this one. */
  languagePages: boolean
  /** The year of the edition, where it has one. */
  year: number | null
  /** Columns of the downloads, in order. */
  columns: string[]
  places: Place[]
  /** Other names by which a name is found, by its id. */
  searchNames: Record<string, string[]>
  sources: SourceDocument[]
  languages: Record<string, LanguageTexts>
  /** The language whose texts others borrow, where they may. */
  fallback?: string
}

/** What the page knows, as the build hands it over. */
export type Payload = Omit<PageData, 'languages' | 'places'> & {
  /** Ids of texts that are another's in every language, each with the id of that one. */
  aliases: Record<string, string>
  languages: Record<string, PackedTexts>
  places: PackedTable
  /** The ids of all other texts of each language, in order; a number for the label of that place. */
  texts: (string | number)[]
}

/** The world, as the build hands it over. */
export type PackedWorld = Omit<World, 'areas'> & { areas: PackedTable }

/** What the exports say of a presence, and what else the page needs. Degrees are WGS 84. */
export interface Place {
  id: string
  status: Status
  category: string
  category_certain: boolean
  country: string
  area: string
  region: string | null
  serves: string[]
  city: string[]
  /** Where the point comes from. */
  position: 'given' | 'city' | 'computed'
  mission: string | null
  mission_name: string | null
  footnotes: string[]
  evidence: Evidence | ''
  as_of: string | null
  note: string | null
  longitude: number
  latitude: number
  /** Whether its category counts among the presences. */
  counted: boolean
  /** Whether its label does not say the name of its country. */
  abroad: boolean
  /** Id of the name of its country. */
  host: string
  /** Ids of the names of what it serves. */
  served: string[]
  /** Ids of the names of its cities. */
  cities: string[]
  /** Id of the name of its mission. */
  unit: string | null
  /** Numbers of the documents that it is known from, from 0. */
  documents: number[]
  /** What else the list says of it, by the keys of its columns. */
  details?: Record<string, string>
}

/** Places or areas as the build hands them over: column by column. */
export interface PackedTable {
  count: number
  /** By field, all values; or the only one; or each once, and of each record the number of its own. */
  columns: Record<string, unknown[] | { all: unknown } | { at: number[]; values: unknown[] }>
}

export interface SourceDocument {
  citation: string
  language: string
}

/** The texts of one language, by id, and which of them it has from another. */
export interface LanguageTexts {
  direction: Direction
  texts: Record<string, string>
  borrowed?: ReadonlySet<string>
}

/** The same as the build hands them over: in the order of their ids. */
export interface PackedTexts {
  direction: Direction
  /** Nothing in the place of a text that is borrowed. */
  texts: (string | null)[]
}

/** The world, projected: arcs and runs are numbers as text, on a drawing of this width and height. */
export interface World {
  size: [width: number, height: number]
  arcs: string
  areas: AreaShape[]
  lines: LineShape[]
  /** Runs of arcs, a text for all lakes of a kind. */
  lakes: string[]
  /** Oceans and seas, and points where the name of each may be, the best first. */
  seas: { key: string; at: number[][] }[]
}

export interface AreaShape {
  code: string
  fill: string
  /** The countries whose presences it is filled for, where it is filled for others than its own. */
  hosts?: string[] | null
  /** Code of the country by whose name it is called, or nothing. */
  name: string
  /** A point well inside it. */
  at: number[]
  runs: string
}

export interface LineShape {
  class: string
  runs: string
}

/** The points of an arc: right and down from the upper left corner of the drawing, in turn. */
export type Arc = Int32Array

/** Numbers of arcs that are joined, end to end; below zero: run through backwards. */
export type Run = number[]

/** What draws a path: of a canvas, or as text. */
export interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
}

/** What the page shows; an empty text is the default. Its keys are the parameters of the address. */
export interface PageState {
  /** Keys of categories, separated by commas, or "none". */
  category: string
  evidence: string
  lang: string
  /** Id of the chosen presence. */
  presence: string
  /** Free text. */
  q: string
  region: string
  sort: string
  /** Doublings above the whole world, latitude, longitude, separated by slashes. */
  view: string
}

/** Values that an address may name. */
export interface KnownValues {
  categories: string[]
  evidence: string[]
  languages: string[]
  presences: string[]
  regions: string[]
}

/** Gives a text by its id, its {placeholders} filled in. */
export type Format = (id: string, values?: Record<string, string | number>) => string

export interface Point {
  x: number
  y: number
}

export interface Box {
  min: Point
  max: Point
}

export interface Size {
  width: number
  height: number
}

/** Degrees, WGS 84. */
export interface Position {
  latitude: number
  longitude: number
}

export type Segment = [from: Point, to: Point]

/** Where a label may be placed, the column, which says how its lines are aligned, and its line, if any. */
export interface LabelCandidate {
  box: Box
  column: string
  line?: Segment
}

/** The box of a symbol, and the size of the label that it asks for. */
export interface LabelRequest {
  /** The lower, the more important; one below 0 goes before all others, and is moved by none. */
  rank?: number
  symbol: Box
  size: Size
}

/** A block, and where on the drawing its middle is put. */
export interface PlacedBlock {
  block: SymbolBlock
  middle: Point
}

/** How large what is shown of places is. */
export interface SymbolSizes {
  /** A symbol, in pixels. */
  symbol: number
  /** The figures of circles, as a multiple of their usual size. */
  figures: number
}

/** Symbols arranged together in rows and columns, or as one circle. */
export interface SymbolBlock {
  columns: number
  height: number
  width: number
  /** Whether they are drawn as one: there is no room for each. */
  group?: boolean
  /** Where its middle belongs, in whole pixels. */
  home: Point
  /** Numbers of points, row after row. */
  members: number[]
  /** The least of them. */
  order: number
}
