/** What an area may be at most; every field can be narrowed by the caller. */
export type AreaLimits = {
  maxVertices: number
  minAreaM2: number
  maxAreaM2: number
  /** [west, south, east, north] where the area is expected: another place, or latitude first, is a fault */
  expectedExtent?: [number, number, number, number]
  maxFaults: number
  maxEdgePairs: number
}

export const DEFAULT_AREA_LIMITS: AreaLimits = {
  maxVertices: 100_000, // a whole province at 1:10,000
  minAreaM2: 1, // less is a slip of the hand
  maxAreaM2: 1e12, // a million km²: no single zone is larger than that
  maxFaults: 100, // a list nobody reads to its end; the check stops here
  maxEdgePairs: 30_000_000, // under a second of work; only edges lying over each other by the thousand come here
}
