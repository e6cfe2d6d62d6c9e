/** The parts of Leaflet 1.9.4 that the page uses; its only global. */

import type { EqualEarth } from '../pure/equal-earth.js'

export interface LeafletPoint {
  x: number
  y: number
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
  getCenter(): LeafletPoint
  getSize(): LeafletPoint
}

export interface LatLngBounds {
  contains(point: LatLng): boolean
  getCenter(): LatLng
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
  addTo(map: LeafletMap | LayerGroup): this
}

export interface LayerGroup extends Layer {
  clearLayers(): this
}

export interface Marker extends Layer {
  getElement(): HTMLElement | undefined
  getLatLng(): LatLng
  on(type: string, listener: () => void): this
  setLatLng(position: LatLng): this
}

interface Animated {
  animate?: boolean
}

export interface LeafletMap {
  dragging: { disable(): void; enable(): void }
  options: { crs: EqualEarthCrs; minZoom: number }
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
  invalidateSize(options: Animated): this
  latLngToContainerPoint(position: LatLngLike): LeafletPoint
  latLngToLayerPoint(position: LatLngLike): LeafletPoint
  layerPointToLatLng(point: PointLike): LatLng
  on(types: string, listener: () => void): this
  panBy(offset: PointLike, options: Animated): this
  panTo(position: LatLng, options: Animated): this
  project(position: LatLng, zoom?: number): LeafletPoint
  setMaxBounds(bounds: LatLngBounds): this
  setView(position: LatLngLike, zoom: number, options: Animated): this
  stop(): this
  unproject(point: PointLike, zoom: number): LatLng
  zoomIn(delta: number): this
  zoomOut(delta: number): this
}

interface PathOptions {
  className: string
  interactive: boolean
  pane: string
  radius?: number
}

interface Leaflet {
  CRS: { Earth: Crs; EqualEarth?: EqualEarthCrs }
  Map: { mergeOptions(options: Record<string, unknown>): void }
  bounds(points: LeafletPoint[]): Bounds
  bounds(a: PointLike, b: PointLike): Bounds
  circleMarker(position: LatLng, options: PathOptions): Layer
  divIcon(options: { className: string; html: Element; iconSize: null }): unknown
  extend<A, B>(target: object, a: A, b: B): A & B
  geoJSON(
    data: unknown,
    options: { interactive: boolean; style: (feature: never) => { className: string } },
  ): Layer
  latLng(latitude: number, longitude: number): LatLng
  latLngBounds(a: LatLng, b: LatLng): LatLngBounds
  layerGroup(): LayerGroup
  marker(
    position: LatLng,
    options: { icon: unknown; keyboard: boolean; riseOnHover: boolean },
  ): Marker
  point(x: number, y: number): LeafletPoint
  polygon(positions: LatLng[], options: PathOptions): Layer
  polyline(positions: LatLng[], options: PathOptions): Layer
  svgOverlay(drawing: SVGElement, bounds: LatLngBounds, options: { interactive: boolean }): Layer
  transformation(a: number, b: number, c: number, d: number): unknown
}

declare global {
  const L: Leaflet
  interface Window {
    /** The empty map that folium's script makes. */
    map_world: LeafletMap
  }
}
