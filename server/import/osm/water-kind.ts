import type { OsmTags } from './osm-entity.ts'

const LINES: Readonly<Record<string, string>> = {
  river: 'river', stream: 'stream', canal: 'canal', ditch: 'stream', drain: 'stream', brook: 'stream', tidal_channel: 'stream',
}

const AREAS: Readonly<Record<string, string>> = {
  river: 'river', stream: 'stream', canal: 'canal', lake: 'lake', oxbow: 'lake', lagoon: 'lake', reservoir: 'reservoir',
  pond: 'pond', basin: 'basin', fishpond: 'pond', moat: 'pond', lock: 'canal', harbour: 'sea', wastewater: 'basin', rapids: 'river',
}

/** Below this a `natural=water` without `water=*` is called a pond, from it on a lake (m²). */
const LAKE_M2 = 10_000

/** Kind of an open line of water, or null; a coastline is a line of the sea. */
export function waterLineKind(tags: OsmTags): string | null {
  return tags.natural === 'coastline' ? 'sea' : (LINES[tags.waterway ?? ''] ?? null)
}

/** Whether the tags make a closed way or multipolygon a water surface. */
export function isWaterArea(tags: OsmTags): boolean {
  if (tags.natural === 'water' || tags.waterway === 'riverbank' || tags.waterway === 'dock') return true
  return tags.landuse === 'reservoir' || tags.landuse === 'basin'
}

/** Kind of a water surface of `areaM2` square metres. */
export function waterAreaKind(tags: OsmTags, areaM2: number): string {
  if (tags.waterway === 'riverbank') return 'river'
  if (tags.waterway === 'dock') return 'basin'
  const named = AREAS[tags.water ?? ''] ?? (tags.landuse === 'reservoir' || tags.landuse === 'basin' ? tags.landuse : undefined)
  return named ?? (areaM2 < LAKE_M2 ? 'pond' : 'lake')
}
