import type { FigureSource } from './figures.ts'

/** What a reader must be told beside the numbers. */
export const EXPOSURE_WARNING_CODES = [
  'no_population_data', // nothing known about people anywhere in the area
  'tiny_zone_range_only', // raster only, and the area is smaller than a few cells: show the range, trust no point value
  'people_unknown', // some buildings inside have no number of people and count as none
  'households_incomplete', // households are known for a part of the people only
] as const

export type ExposureWarning = (typeof EXPOSURE_WARNING_CODES)[number]

/** The people one source contributes; `people` is rounded by itself, so the parts may miss the total by one or two. */
export type ExposureBasis = FigureSource & { people: number }

/** Who and what lies in an area. Counts are integers, rounded once at the end. */
export type Exposure = {
  /** geodesic, WGS-84 */
  areaM2: number
  people: number
  /** null when no household figure is known inside */
  households: number | null
  /** buildings whose representative point is inside or on the edge */
  buildings: number
  /** by kind, in the order of the kinds' names */
  places: { kind: string; count: number }[]
  peopleRange: { low: number; high: number }
  bases: ExposureBasis[]
  warnings: ExposureWarning[]
}
