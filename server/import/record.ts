import type { Geometry } from 'geojson'

/** What an import may bring. A record's noun is the table it goes to. */
export const IMPORT_NOUNS = [
  'areas',
  'places',
  'buildings',
  'roads',
  'water',
  'population',
  'addresses',
  'sites',
  'checkpoints',
] as const

export type ImportNoun = (typeof IMPORT_NOUNS)[number]

export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue }

/**
 * What every reader hands to the store.
 * `number` counts features from 1 in the order of the file; `geometry` is WGS-84, [lng, lat],
 * null only for people counted in a building that the record names;
 * `fields` are column values of the table named by `noun`.
 */
export interface ImportRecord {
  noun: ImportNoun
  number: number
  sourceId: string
  geometry: Geometry | null
  fields: Record<string, FieldValue>
}
