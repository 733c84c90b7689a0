import type { Geometry } from 'geojson'
import type { FieldValue, ImportNoun } from '../record.ts'
import type { Column } from './column.ts'

/**
 * What a file of one noun must hold. `idHeaders` are tried in order for the feature's own id. `geometry` lists the
 * types taken; a multi-part geometry of a noun kept in single parts becomes one record a part.
 * `complete` fills or checks fields that follow from others and names the field at fault.
 */
export interface NounSpec {
  noun: ImportNoun
  columns: readonly Column[]
  idHeaders: readonly string[]
  geometry: readonly Geometry['type'][]
  geometryOptional?: boolean
  complete?: (fields: Record<string, FieldValue>) => { field: string; text: string } | null
}
