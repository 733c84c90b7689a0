import type { MultiPolygon } from 'geojson'
import { areaM2 } from '#shared/geometry/area-m2.ts'
import { labelPoint } from '#shared/geometry/label-point.ts'
import { checkPoint } from '../check-geometry.ts'
import type { ImportRecord } from '../record.ts'
import { addressFields, hasAddress } from './address-fields.ts'
import { buildingFields, isBuilding } from './building-fields.ts'
import type { OsmTags } from './osm-entity.ts'
import { placeFields } from './place-fields.ts'
import { isWaterArea, waterAreaKind } from './water-kind.ts'

/** What a closed way or a multipolygon gives: a building, a water surface, an address and a place at a point inside. */
export function recordsOfArea(
  tags: OsmTags,
  identity: { number: number; sourceId: string },
  geometry: MultiPolygon,
): ImportRecord[] {
  const records: ImportRecord[] = []
  const building = isBuilding(tags)
  if (building) records.push({ noun: 'buildings', ...identity, geometry, fields: buildingFields(tags) })
  if (isWaterArea(tags)) {
    const names = { name: tags.name ?? null, name_en: tags['name:en'] ?? null }
    records.push({
      noun: 'water',
      ...identity,
      geometry,
      fields: { kind: waterAreaKind(tags, areaM2(geometry)), ...names },
    })
  }
  const place = placeFields(tags)
  if (place === null && !hasAddress(tags)) return records
  const inside = checkPoint(labelPoint(geometry))
  if (!inside.ok) return records
  if (hasAddress(tags)) {
    const fields = { ...addressFields(tags), building: building ? identity.sourceId : null }
    records.push({ noun: 'addresses', ...identity, geometry: inside.geometry, fields })
  }
  if (place !== null) records.push({ noun: 'places', ...identity, geometry: inside.geometry, fields: place })
  return records
}
