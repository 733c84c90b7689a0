import { Type, type Static } from 'typebox'
import { Bounds } from './geo.ts'
import { MomentSaid } from './moment.ts'
import { ZoneKind } from './vocabulary.ts'

/** What a screen asks first. */
export const Status = Type.Object({
  version: Type.String(),
  engine: Type.Enum(['embedded', 'server']),
  seq: Type.Integer({ description: 'Last event applied to the live picture' }),
  as_of: Type.String({ format: 'date-time', description: 'When the picture was last known to be current' }),
  bounds: Type.Union([Bounds, Type.Null()], { description: 'Of all areas; null where nothing is loaded' }),
  district: Type.Union([Type.Object({ code: Type.String(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
  datasets: Type.Array(Type.Object({ source: Type.String(), title: Type.String(), title_en: Type.Union([Type.String(), Type.Null()]), licence: Type.Union([Type.String(), Type.Null()]), as_of: Type.String(), synthetic: Type.Boolean() })),
  zones: Type.Array(Type.Object({ kind: ZoneKind, zones: Type.Integer(), people: Type.Integer() }), {
    description: 'Public zones in force, the strictest kind first; of the moment asked about, or now',
  }),
  ...MomentSaid,
  single_sign_on: Type.Boolean({ description: 'Whether GET /api/session/oidc leads to a sign-in provider' }),
  demo_accounts: Type.Array(Type.Object({ username: Type.String(), post: Type.String() }), {
    description: 'One-click accounts: only while nothing but the synthetic demo district is loaded and the server listens on loopback',
  }),
})
export type Status = Static<typeof Status>
