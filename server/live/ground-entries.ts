import type { NameEntry } from '#shared/address/named-place.ts'
import { AREA_LEVELS } from '#shared/vocabulary.ts'
import type { AreaName } from '../store/areas.ts'
import type { PlaceName } from '../store/places.ts'

// a place of the district is sought more often than any but the upper areas
const PLACE_RANK = 4

/** Areas and places as entries of the name index; ids are `area:CODE` and `place:ID`. */
export function groundEntries(areas: readonly AreaName[], places: readonly PlaceName[]): NameEntry[] {
  return [
    ...areas.map((area) => entry(`area:${area.code}`, area, area.level, AREA_LEVELS.indexOf(area.level))),
    ...places.map((place) => entry(`place:${place.id}`, place, place.kind, PLACE_RANK)),
  ]
}

/** One named thing; an absent English name is left out. */
export function entry(
  id: string,
  { name, nameEn, lng, lat }: { name: string; nameEn: string | null; lng: number; lat: number },
  kind: string,
  rank: number,
): NameEntry {
  return { id, name, ...(nameEn !== null && { nameEn }), kind, lng, lat, rank }
}
