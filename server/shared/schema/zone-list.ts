import { Type, type Static } from 'typebox'
import { AreaGeometry, featureOf } from './geo.ts'
import { MomentSaid } from './moment.ts'
import { Ring } from './roads.ts'
import { PublicZone } from './zone.ts'

/** `ring` only where it was asked for; null for precaution zones, which need none. */
const ListedZone = Type.Object({ ...PublicZone.properties, ring: Type.Optional(Type.Union([Ring, Type.Null()])) })

/** The zones in force, the strictest first; `next` is the cursor of the next page, null on the last. */
export const ZoneList = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(featureOf(AreaGeometry, ListedZone)),
  next: Type.Union([Type.String(), Type.Null()]),
  ...MomentSaid,
})
export type ZoneList = Static<typeof ZoneList>
