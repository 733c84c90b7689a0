import type { GeometryFault } from '#shared/geometry/fault.ts'

/** Why one feature stays out. Faults of an area's shape carry the code `bad_geometry` and the shape's own fault. */
export const IMPORT_FAULT_CODES = [
  'not_readable', 'no_geometry', 'wrong_geometry', 'bad_geometry', 'bad_coordinate', 'too_few_points', 'missing_value',
  'unknown_value', 'bad_number', 'duplicate_id', 'code_taken', 'parent_unknown', 'incomplete',
  'ring_open', 'no_building', 'outside_jurisdiction', 'personal_data', 'only_gates_are_staffed', 'database_refuses',
] as const

export type ImportFaultCode = (typeof IMPORT_FAULT_CODES)[number]

/** `number` counts from 1; `place` is [lng, lat] (WGS-84 where known); `text` is the value or name it is about. */
export interface ImportFault {
  number: number
  sourceId?: string
  reason: ImportFaultCode
  place?: [number, number]
  text: string
  geometry?: GeometryFault
}
