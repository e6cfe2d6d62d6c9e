/** The parts of Leaflet 1.9.4 that the page uses; its only global. */

import type { EqualEarth } from '../pure/equal-earth.js'

export interface LeafletPoint {
  x: number
  y: number
  equals(other: PointLike): boolean
  multiplyBy(scale: number): LeafletPoint
  round(): LeafletPoint
  subtract(other: PointLike): LeafletPoint
  divideBy(number: number): LeafletPoint
  distanceTo(other: PointLike): number
}

export type PointLike = { x: number; y: number } | [x: number, y: number]

/** Degrees; here only is latitude before longitude. */
export interface LatLng {
  lat: number
  lng: number
}

export type LatLngLike = LatLng | [latitude: number, longitude: number]

export interface Bounds {
  min: LeafletPoint
  max: LeafletPoint
  contains(point: PointLike): boolean
  getCenter(): LeafletPoint
  getSize(): LeafletPoint
}

export interface LatLngBounds {
  contains(point: LatLng): boolean
  getCenter(): LatLng
  getSouthWest(): LatLng
}

export interface Projection {
  bounds: Bounds
  project(latLng: LatLng): LeafletPoint
  unproject(point: PointLike): LatLng
}

export interface Crs {
  code?: string
  projection: Projection
  transformation: unknown
  wrapLng?: [number, number] | undefined
  scale(zoom: number): number
}

/** What `setup.js` makes, and folium's script hands to the map. */
export interface EqualEarthCrs extends Crs {
  equalEarth: EqualEarth
}

export interface Layer {
  addTo(map: LeafletMap): this
}

/** What draws many shapes on one element; our own comes of it. */
declare class Renderer implements Layer {
  _bounds: Bounds
  _container: HTMLCanvasElement
  _map: LeafletMap
  _zoom: number
  constructor(options: { padding: number })
  _update(): void
  addTo(map: LeafletMap): this
  getEvents(): Record<string, (event: never) => void>
}

/** What is drawn of the map: from an origin, in pixels of the world, at a zoom. */
export type Drawn = Pick<Renderer, '_bounds' | '_map' | '_zoom'> & {
  origin?: LeafletPoint | undefined
}

/** A path of several parts. */
export interface Vectors extends Layer {
  setLatLngs(parts: LatLng[][]): this
}

interface Animated {
  animate?: boolean
}

export interface LeafletMap {
  /** Whether a zoom is being animated. */
  _animatingZoom: boolean
  _getNewPixelOrigin(centre: LatLng, zoom: number): LeafletPoint
  dragging: { disable(): void; enable(): void; moved(): boolean }
  options: { crs: EqualEarthCrs; minZoom: number; renderer?: Renderer }
  containerPointToLayerPoint(point: PointLike): LeafletPoint
  createPane(name: string): HTMLElement
  getPane(name: string): HTMLElement | undefined
  getBounds(): LatLngBounds
  getBoundsZoom(bounds: LatLngBounds, inside: boolean, padding: LeafletPoint): number
  getCenter(): LatLng
  getContainer(): HTMLElement
  getMinZoom(): number
  getPixelOrigin(): LeafletPoint
  getSize(): LeafletPoint
  getZoom(): number
  getZoomScale(zoom: number, from: number): number
  getMaxZoom(): number
  getPixelBounds(centre?: LatLng, zoom?: number): { min: LeafletPoint; max: LeafletPoint }
  invalidateSize(options: Animated & { pan?: boolean }): this
  latLngToContainerPoint(position: LatLngLike): LeafletPoint
  latLngToLayerPoint(position: LatLngLike): LeafletPoint
  layerPointToLatLng(point: PointLike): LatLng
  fire(type: 'lift', event: { id: string }): this
  on(types: 'lift', listener: (event: { id: string }) => void): this
  on(types: 'zoomanim', listener: (event: { center: LatLng; zoom: number }) => void): this
  on(types: string, listener: () => void): this
  once(types: string, listener: () => void): this
  panBy(offset: PointLike, options: Animated): this
  panTo(position: LatLng, options: Animated): this
  project(position: LatLng, zoom?: number): LeafletPoint
  setMaxBounds(bounds: LatLngBounds): this
  setZoomAround(position: LatLng, zoom: number): this
  setView(position: LatLngLike, zoom: number, options: Animated): this
  stop(): this
  unproject(point: PointLike, zoom?: number): LatLng
  zoomIn(delta: number): this
  zoomOut(delta: number): this
}

interface PathOptions {
  className: string
  interactive: boolean
  noClip: boolean
  pane: string
  smoothFactor: number
}

interface Leaflet {
  CRS: { Earth: Crs; EqualEarth?: EqualEarthCrs }
  DomUtil: {
    setPosition(element: HTMLElement | SVGElement, position: LeafletPoint): void
    setTransform(element: HTMLElement, offset: LeafletPoint, scale: number): void
  }
  Renderer: typeof Renderer
  SVG: typeof Renderer
  Map: { mergeOptions(options: Record<string, unknown>): void }
  bounds(points: LeafletPoint[]): Bounds
  bounds(a: PointLike, b: PointLike): Bounds
  extend<A, B>(target: object, a: A, b: B): A & B
  geoJSON(
    data: unknown,
    options: { interactive: boolean; style: (feature: never) => { className: string } },
  ): Layer
  latLng(latitude: number, longitude: number): LatLng
  latLngBounds(a: LatLng, b: LatLng): LatLngBounds
  point(x: number, y: number): LeafletPoint
  polygon(parts: LatLng[][], options: PathOptions): Vectors
  polyline(parts: LatLng[][], options: PathOptions): Vectors
  svgOverlay(
    drawing: SVGElement,
    bounds: LatLngBounds,
    options: { interactive: boolean },
  ): Layer & { remove(): void }
  transformation(a: number, b: number, c: number, d: number): unknown
}

declare global {
  const L: Leaflet
  interface Window {
    /** The empty map that folium's script makes. */
    map_world: LeafletMap
  }
}
