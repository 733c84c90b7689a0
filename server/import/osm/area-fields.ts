import type { FieldValue } from '../record.ts'
import type { OsmRelation, OsmTags } from './osm-entity.ts'

/** Our level by `admin_level` (the meaning in China, which fits most countries); 2 and 3 are countries and not kept. */
const LEVELS: Readonly<Record<string, string>> = {
  4: 'province',
  5: 'prefecture',
  6: 'county',
  7: 'county',
  8: 'township',
  9: 'village',
  10: 'village',
  11: 'grid',
}

/** Level of an administrative boundary relation, or null where it is none or stands above a province. */
export function areaLevel(tags: OsmTags): string | null {
  const assembled = tags.type === 'boundary' || tags.type === 'multipolygon'
  return tags.boundary === 'administrative' && assembled ? (LEVELS[tags.admin_level ?? ''] ?? null) : null
}

/**
 * Columns of `areas`. The code is the 12-digit division code where the relation carries one (`ref` of 6, 9 or 12 digits
 * beside a Chinese name), else 9 and the relation's id in 11 digits; the parent is found later, by containment.
 */
export function areaFields(relation: OsmRelation, level: string): Record<string, FieldValue> | null {
  const tags = relation.tags ?? {}
  const name = tags.name ?? tags['name:zh'] ?? tags['name:en']
  if (name === undefined) return null
  return { code: areaCode(relation.id, tags), level, parent_code: null, name, name_en: tags['name:en'] ?? null }
}

export function areaCode(id: number, tags: OsmTags): string {
  const ref = tags.ref ?? ''
  const chinese = /\p{Script=Han}/u.test(tags.name ?? '') && /^(?:\d{6}|\d{9}|\d{12})$/.test(ref)
  return chinese ? ref.padEnd(12, '0') : `9${String(id).padStart(11, '0')}`
}
