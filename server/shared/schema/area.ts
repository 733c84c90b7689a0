import { Type, type Static } from 'typebox'
import { AreaGeometry, Bounds } from './geo.ts'
import { AreaLevel } from './vocabulary.ts'

export const AreaSummary = Type.Object({
  code: Type.String(),
  level: AreaLevel,
  parent_code: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  bounds: Bounds,
})
export type AreaSummary = Static<typeof AreaSummary>

export const Area = Type.Object({ ...AreaSummary.properties, geometry: AreaGeometry, source: Type.String(), as_of: Type.String() })
export type Area = Static<typeof Area>
