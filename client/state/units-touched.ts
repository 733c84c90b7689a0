import type { MultiPolygon } from 'geojson'
import { intersection } from '#shared/geometry/intersection.ts'
import type { Area } from '#shared/schema/area.ts'

/** Codes of the areas that share ground with a shape, by their exact outlines. */
export const unitsTouched = (areas: readonly (Area | null)[], shape: MultiPolygon): string[] =>
  areas.flatMap((area) => (area && intersection(area.geometry, shape) ? [area.code] : []))
