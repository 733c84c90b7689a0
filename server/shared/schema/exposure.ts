import { Type, type Static } from 'typebox'
import { PlaceKind } from './vocabulary.ts'

/** Affected people and places, each number with its base, method, source, date and range. Same shape as #shared/exposure returns. */
export const ExposureFigures = Type.Object({
  areaM2: Type.Number({ description: 'Geodesic area on WGS-84, square metres' }),
  people: Type.Integer(),
  peopleRange: Type.Object({ low: Type.Integer(), high: Type.Integer() }),
  households: Type.Union([Type.Integer(), Type.Null()], { description: 'null where no source counts households' }),
  buildings: Type.Integer(),
  places: Type.Array(Type.Object({ kind: Type.Unsafe<string>(PlaceKind), count: Type.Integer() })),
  bases: Type.Array(
    Type.Object({
      basis: Type.Enum(['building', 'cell', 'area']),
      method: Type.Enum(['counted', 'dasymetric', 'raster', 'area']),
      source: Type.String(),
      title: Type.String(),
      date: Type.String(),
      people: Type.Integer(),
    }),
  ),
  warnings: Type.Array(Type.String()),
})
export type ExposureFigures = Static<typeof ExposureFigures>
