import { Type, type Static } from 'typebox'
import { PointGeometry } from './geo.ts'

/** A case site: a place with a date and a count, never a person; never leaves the internal API. */
export const SiteContent = Type.Object(
  {
    place: Type.String({ minLength: 1, maxLength: 200 }),
    on_date: Type.String({ format: 'date' }),
    cases: Type.Integer({ minimum: 1, maximum: 100_000 }),
    geometry: PointGeometry,
  },
  { additionalProperties: false },
)
export type SiteContent = Static<typeof SiteContent>
export const Site = Type.Object({ id: Type.Integer(), version: Type.Integer(), ...SiteContent.properties })
export type Site = Static<typeof Site>
