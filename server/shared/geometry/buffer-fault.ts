import type { GeometryFault } from './fault.ts'

/** Why a buffer is refused, one code each. */
export const BUFFER_FAULT_CODES = [
  'invalid_geometry', // not a geometry, empty, a coordinate out of range, or a polygon that is not valid (see `faults`)
  'radius_out_of_range', // not a number, or beyond the limit in metres
  'negative_needs_area', // only an area can be made smaller
  'too_near_pole', // the buffer would reach beyond the limit, in degrees of latitude
  'too_wide', // shape and radius together reach farther than the limit, in metres, from their middle
  'too_complex', // more corners than the limit
] as const

export type BufferFaultCode = (typeof BUFFER_FAULT_CODES)[number]

/**
 * A refused buffer: the code, the limit and what was asked (metres, degrees or a count), and a polygon's own faults.
 */
export type BufferFault = {
  ok: false
  reason: BufferFaultCode
  limit?: number
  value?: number
  faults?: GeometryFault[]
}
