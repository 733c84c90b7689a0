import type { AreaLevel, PlaceKind } from '#shared/schema/vocabulary.ts'

export const BASEMAP_MAX_ZOOM = 16

/** The tile zoom from which each class of road is drawn; the order is the drawing order, minor ones first. */
export const ROADS_FROM: Record<string, number> = {
  steps: 15,
  footway: 15,
  path: 14,
  bridleway: 14,
  cycleway: 14,
  construction: 14,
  track: 13,
  service: 14,
  pedestrian: 13,
  living_street: 13,
  residential: 12,
  unclassified: 12,
  ferry: 10,
  tertiary_link: 12,
  secondary_link: 12,
  primary_link: 12,
  trunk_link: 11,
  motorway_link: 11,
  tertiary: 10,
  secondary: 9,
  primary: 8,
  rail: 8,
  trunk: 6,
  motorway: 5,
}

/** Tile zooms at which an area's boundary is drawn, from; and its name, from and to. */
export const AREAS_FROM: Record<AreaLevel, number> = {
  province: 0,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
  grid: 15,
  compound: 14,
  natural_village: 14,
}
export const AREA_LABELS: Record<AreaLevel, [number, number]> = {
  province: [2, 6],
  prefecture: [4, 8],
  county: [6, 11],
  township: [9, 14],
  village: [12, 16],
  grid: [16, 16],
  compound: [14, 16],
  natural_village: [13, 16],
}

const EARLY_PLACES: Partial<Record<PlaceKind, number>> = {
  station: 11,
  hospital: 12,
  designated_hospital: 12,
  government: 12,
  toll_gate: 12,
  quarantine_site: 12,
  depot: 12,
  school: 13,
  market: 13,
  mall: 13,
  care_home: 13,
  fever_clinic: 13,
  laboratory: 13,
}
export const placeFrom = (kind: PlaceKind): number => EARLY_PLACES[kind] ?? 14

export const BUILDINGS_FROM = 13
export const WATER_FROM = 4
export const RIVER_LINES_FROM = 8
export const STREAM_LINES_FROM = 12
/** Drawn over the last tiles from map zoom 17. */
export const HOUSE_NUMBERS_FROM = 16

/** The keys whose zoom has come. */
export const shownAt = <K extends string>(from: Record<K, number>, z: number): K[] =>
  (Object.keys(from) as K[]).filter((key) => from[key] <= z)
