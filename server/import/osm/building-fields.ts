import type { FieldValue } from '../record.ts'
import type { OsmTags } from './osm-entity.ts'

/** Whether the tags make a closed way or multipolygon a building that stands (`building=*`, not `no` or a ruin). */
export function isBuilding(tags: OsmTags): boolean {
  return tags.building !== undefined && !['no', 'razed', 'demolished', 'proposed'].includes(tags.building)
}

/** Columns of `buildings`; `levels` is null where the map says nothing readable; `use` is the building tag's value. */
export function buildingFields(tags: OsmTags): Record<string, FieldValue> {
  const levels = Math.ceil(Number.parseFloat(tags['building:levels'] ?? ''))
  return {
    name: tags.name ?? null,
    name_en: tags['name:en'] ?? null,
    area_code: null,
    levels: levels >= 0 && levels <= 250 ? levels : null,
    use: tags.building === 'yes' ? useOf(tags) : (tags.building ?? null),
  }
}

/** What a `building=yes` is used for, by its other tags: those uses matter where nobody lives. */
function useOf(tags: OsmTags): string | null {
  return tags.amenity ?? tags.shop ?? tags.office ?? tags.tourism ?? tags.man_made ?? tags.leisure ?? null
}
