import type { IndexedZone } from './indexed-zone.ts'

/** Zones to remove and zones to put, in that order; putting a zone whose id is known replaces it. */
export type ZoneChange = {
  put?: readonly IndexedZone[]
  remove?: readonly string[]
}

/** Sizes of an index: `indexBytes` is what the index holds beside the coordinates. */
export type ZoneIndexStats = {
  zones: number
  vertices: number
  coordinateBytes: number
  indexBytes: number
}

/**
 * Which zones cover a point. Longitudes and latitudes are degrees in EPSG:4326. Edges and vertices belong to their
 * zone, and to the zone of a hole's edge too, as in `ST_Covers`. Of two zones of one kind the smaller id comes first,
 * so answers depend on the zones and not on the order in which they came.
 */
export interface ZoneIndex {
  /** Ids of every zone that covers the point, the strictest first. */
  at(lng: number, lat: number): string[]
  /** Their slots in the same order, valid until the next `apply`. */
  slotsAt(lng: number, lat: number): readonly number[]
  /** Id of the strictest zone that covers the point, or null. Allocates nothing. */
  strictestAt(lng: number, lat: number): string | null
  /**
   * Slot of the strictest zone for each point of `points` (lng, lat interleaved), −1 where none covers it, in the
   * order asked. Slots are valid until the next `apply`. A RangeError for an odd number of coordinates.
   */
  batch(points: Float64Array): Int32Array
  /** Id of the zone in a slot that `slotsAt` or `batch` returned; a RangeError for any other number. */
  idOf(slot: number): string
  /**
   * Puts and removes zones. Either the whole change is made or, when a zone is refused with a RangeError that names
   * the zone and the place, none of it. Unknown ids to remove are ignored, so an event may be applied twice.
   */
  apply(change: ZoneChange): void
  /**
   * Builds up to so many of the cells that no look-up has reached since they changed, which the first look-up in each
   * would else wait for. False when none is left.
   */
  refine(cells: number): boolean
  stats(): ZoneIndexStats
}
