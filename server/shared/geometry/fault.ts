/** Everything that can be wrong with an area, one code each. The form, the API and the tests share this list. */
export const GEOMETRY_FAULT_CODES = [
  'missing', // no geometry at all
  'not_an_area', // a point, a line, a feature, … instead of Polygon or MultiPolygon
  'malformed', // coordinates are not nested as GeoJSON asks
  'empty', // no polygon, or a polygon without rings
  'not_a_number', // a coordinate is text, null, NaN or infinite
  'out_of_range', // longitude beyond ±180 or latitude beyond ±90
  'axes_swapped', // latitude first
  'outside_extent', // nowhere near where the area is expected
  'too_many_vertices',
  'too_few_points', // fewer than three different corners
  'ring_not_closed',
  'crosses_antimeridian', // an edge spans more than 180° of longitude
  'self_crossing', // a ring crosses itself
  'self_touching', // a ring touches itself at a corner, or runs along itself
  'spike', // a ring turns straight back on itself
  'duplicate_ring', // the same ring twice
  'shared_edge', // two rings run along each other
  'hole_outside_shell',
  'holes_overlap',
  'interior_disconnected', // touching rings cut the inside in two
  'parts_overlap',
  'too_complex', // so many edges lie over each other that the check was given up
  'too_small',
  'too_large',
  'broken_by_rounding', // valid as given, not after rounding to the stored precision
] as const

export type GeometryFaultCode = (typeof GEOMETRY_FAULT_CODES)[number]

/** A vertex by its place in the MultiPolygon; all indices count from 0. */
export type RingPlace = { polygon: number; ring: number; vertex: number }

/**
 * One thing wrong with an area, and where.
 * `polygon`, `ring` and `vertex` count from 0 as in the coordinates array (ring 0 is the shell; texts show them
 * from 1); `other` is the second ring concerned, if there is one; `at` is the place as [lng, lat] in EPSG:4326, for a
 * crossing the crossing point itself; `limit` and `value` are what was allowed and what was found (m² or a count).
 */
export type GeometryFault = {
  code: GeometryFaultCode
  polygon?: number
  ring?: number
  vertex?: number
  other?: RingPlace
  at?: [number, number]
  limit?: number
  value?: number
}
