import { Type, type Static } from 'typebox'
import { AreaGeometry, featureOf } from './geo.ts'
import { MomentSaid } from './moment.ts'
import { PublicZone } from './zone.ts'

/** The zones in force, the strictest first; `next` is the cursor of the next page, null on the last. */
export const ZoneList = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(featureOf(AreaGeometry, PublicZone)),
  next: Type.Union([Type.String(), Type.Null()]),
  ...MomentSaid,
})
export type ZoneList = Static<typeof ZoneList>
