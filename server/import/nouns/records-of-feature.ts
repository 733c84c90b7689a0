import { createHash } from 'node:crypto'
import type { ImportRecord, FieldValue } from '../record.ts'
import type { RawFeature } from '../raw-feature.ts'
import type { ReadContext } from '../read-context.ts'
import type { SourceCrs } from '../source-crs.ts'
import { byPlainName, valueOf } from './column.ts'
import { geometriesOf } from './geometries-of.ts'
import type { NounSpec } from './noun-spec.ts'
import { readValue } from './read-value.ts'

/**
 * The records one feature gives: one, or one a part for a line of several parts (ids `id`, `id/2`, `id/3` …).
 * A fault in a value or in the geometry keeps the whole feature out and is told to the context.
 */
export function recordsOfFeature(
  spec: NounSpec,
  feature: RawFeature,
  crs: SourceCrs,
  context: Pick<ReadContext, 'fault'>,
): ImportRecord[] {
  const properties = byPlainName(feature.properties)
  const sourceId = idOf(spec, feature, properties)
  const identity = { number: feature.number, sourceId }
  const shapes = geometriesOf(spec, feature.geometry, crs)
  if (!shapes.ok) {
    context.fault({ ...identity, ...shapes.fault })
    return []
  }
  const place = shapes.place === null ? {} : { place: shapes.place }
  const fields: Record<string, FieldValue> = {}
  for (const column of spec.columns) {
    const value = valueOf(column, properties)
    if (value === undefined) {
      if (column.required === true) {
        context.fault({ ...identity, ...place, reason: 'missing_value', text: column.field })
        return []
      }
      fields[column.field] = column.initial ?? null
      continue
    }
    const reading = readValue(column, value)
    if (!reading.ok) {
      context.fault({
        ...identity,
        ...place,
        reason: reading.reason,
        text: `${column.field}: ${String(value).slice(0, 60)}`,
      })
      return []
    }
    fields[column.field] = reading.value
  }
  const wrong = spec.complete?.(fields) ?? null
  if (wrong !== null) {
    context.fault({ ...identity, ...place, reason: 'unknown_value', text: `${wrong.field}: ${wrong.text}` })
    return []
  }
  return shapes.geometries.map((geometry, part) => ({
    noun: spec.noun,
    number: feature.number,
    sourceId: part === 0 ? sourceId : `${sourceId}/${part + 1}`,
    geometry,
    fields,
  }))
}

/**
 * The feature's own id, an id column, or else the hash of its content: the same feature keeps its id in a sorted
 * file.
 */
function idOf(spec: NounSpec, feature: RawFeature, properties: Map<string, unknown>): string {
  const named = valueOf({ field: spec.idHeaders[0] ?? 'id', headers: spec.idHeaders, read: 'text' }, properties)
  const id = named ?? feature.id
  if (id !== undefined) return String(id).trim()
  return createHash('sha256')
    .update(JSON.stringify([feature.geometry, feature.properties]))
    .digest('hex')
    .slice(0, 24)
}
