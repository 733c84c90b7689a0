import { readFileSync } from 'node:fs'
import type { Geometry, Position } from 'geojson'

export type DemoFeature = { properties: Record<string, unknown>; geometry: Geometry }

const FOLDER = new URL('../../../data/demo/', import.meta.url)

export const readText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

export const features = (name: string): DemoFeature[] => (JSON.parse(readText(`${name}.geojson`)) as { features: DemoFeature[] }).features

/** [lng, lat] to metres round the county's middle; good to a centimetre in ten metres, enough to compare places. */
export const metres = (p: Position): [number, number] => [(p[0]! - 109.5) * 91_870, (p[1]! - 34.5) * 110_926]

export const rings = (g: Geometry): Position[][] =>
  g.type === 'Polygon' ? g.coordinates : g.type === 'MultiPolygon' ? g.coordinates.flat() : []

export const line = (g: Geometry): Position[] => (g.type === 'LineString' ? g.coordinates : [])

export const spot = (g: Geometry): Position => (g.type === 'Point' ? g.coordinates : [])

export const key = (p: Position): string => `${p[0]},${p[1]}`
