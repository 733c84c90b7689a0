/** Degrees are kept as whole numbers of 10⁻⁷, the precision that roads are stored with. */
export const SCALE = 1e7

/** What a road is called; null where nobody says. */
export type RoadName = { name: string | null; nameEn: string | null; ref: string | null }

/**
 * Roads as columns. Road r has the positions from `start[r]` to before `start[r + 1]`; position p lies at
 * `coordinates[2p]` (longitude) and `coordinates[2p + 1]` (latitude), EPSG:4326 in units of 10⁻⁷ degrees.
 */
export type RoadColumns = {
  /** The road's number in the database. */
  id: Uint32Array | Float64Array
  /** Number in `ROAD_CLASSES`. */
  class: Uint8Array
  /** Bits of `USE`. */
  use: Uint8Array
  /** Storey for joining: 0 on the ground and for all of OpenStreetMap; of other bridges and tunnels the layer, or 1 and −1. */
  level: Int8Array
  /** Number in `names`; 0 has no name. */
  name: Uint32Array
  names: readonly RoadName[]
  start: Uint32Array
  coordinates: Int32Array
  /** Places of barriers, laid out like `coordinates`, and the bits of `USE` that each stops. */
  barrierAt: Int32Array
  barrierStops: Uint8Array
}

export const roadCount = (roads: Pick<RoadColumns, 'start'>): number => roads.start.length - 1
