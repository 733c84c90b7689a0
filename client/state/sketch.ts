import type { MultiPolygon, Position } from 'geojson'
import { containsPoint } from '#shared/geometry/contains-point.ts'
import { rightHanded } from '#shared/geometry/ring-direction.ts'
import { roundDegrees } from '#shared/geometry/rounding.ts'

/** What has been drawn so far, as MultiPolygon coordinates in EPSG:4326: parts, each a closed shell and its holes. */
export type Sketch = readonly Position[][][]

/** A ring of the sketch: ring 0 of a part is its shell. */
export type RingRef = { part: number; ring: number }

/** A closed ring at the stored precision, a copy. */
export const roundRing = (ring: readonly Position[]): Position[] => ring.map(([lng, lat]) => [roundDegrees(lng!), roundDegrees(lat!)])

/** The sketch with one more part. */
export const addPart = (sketch: Sketch, ring: readonly Position[]): Sketch => [...sketch, [roundRing(ring)]]

/**
 * The sketch with a hole cut by a ring: in the part that holds the ring's first corner, else in the last part, where
 * the geometry check then names the fault at its place. A sketch without parts stays as it is.
 */
export function cutHole(sketch: Sketch, ring: readonly Position[]): Sketch {
  const [lng, lat] = ring[0] as [number, number]
  const found = sketch.findIndex((part) => containsPoint({ type: 'Polygon', coordinates: [part[0]!] }, lng, lat))
  const target = found < 0 ? sketch.length - 1 : found
  return sketch.map((part, index) => (index === target ? [...part, roundRing(ring)] : part))
}

/** The sketch with one ring replaced, for example after a corner was moved. */
export const replaceRing = (sketch: Sketch, ref: RingRef, ring: readonly Position[]): Sketch =>
  sketch.map((part, p) => (p === ref.part ? part.map((old, r) => (r === ref.ring ? roundRing(ring) : old)) : part))

/** The sketch without one ring; without its shell a part goes whole. */
export const eraseRing = (sketch: Sketch, ref: RingRef): Sketch =>
  ref.ring === 0
    ? sketch.filter((_, p) => p !== ref.part)
    : sketch.map((part, p) => (p === ref.part ? part.filter((_, r) => r !== ref.ring) : part))

/** The sketch as the geometry that is shown, checked and sent (right-hand rule), a copy; null while nothing is drawn. */
export const toGeometry = (sketch: Sketch): MultiPolygon | null =>
  sketch.length === 0 ? null : { type: 'MultiPolygon', coordinates: sketch.map((part) => rightHanded(part.map((ring) => ring.map((position) => [...position])))) }

/** A stored Polygon or MultiPolygon as a sketch to go on with. */
export const toSketch = (geometry: { type: string; coordinates: unknown }): Sketch =>
  geometry.type === 'Polygon' ? [geometry.coordinates as Position[][]] : (geometry.coordinates as Position[][][])
