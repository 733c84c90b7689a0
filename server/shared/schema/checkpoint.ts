import { Type, type Static } from 'typebox'
import type { Point } from 'geojson'
import { featureOf, PointGeometry, type FeatureOf } from './geo.ts'
import { CheckpointKind, CheckpointState, CheckpointTier, Text } from './vocabulary.ts'

export const RuleCard = Type.Object({ asks: Type.Array(Text, { maxItems: 20, description: 'What is asked at the gate' }) })

/** How people get out past a closure in an emergency; no closure without it. */
const Egress = Type.Union([Text, Type.Null()], { description: 'How people get out past a closure in an emergency; required of a closure' })

export const CheckpointContent = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    name_en: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
    tier: CheckpointTier,
    state: CheckpointState,
    green_lane: Type.Boolean(),
    rule_card: RuleCard,
    area_code: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    road_id: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
    kind: Type.Optional(CheckpointKind),
    egress: Type.Optional(Egress),
    geometry: PointGeometry,
  },
  { additionalProperties: false },
)
export type CheckpointContent = Static<typeof CheckpointContent>

/** What everybody may know; withdrawn and planned ones are internal. */
export const PublicCheckpoint = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  tier: CheckpointTier,
  state: CheckpointState,
  green_lane: Type.Boolean(),
  rule_card: RuleCard,
  kind: CheckpointKind,
})
export type PublicCheckpoint = Static<typeof PublicCheckpoint>
export type CheckpointFeature = FeatureOf<Point, PublicCheckpoint>

/** What a signed-in post sees beside it; the entity tag is `"c<id>.<version>"`. */
export const CheckpointDetails = Type.Object({
  ...PublicCheckpoint.properties,
  version: Type.Integer(),
  area_code: Type.Union([Type.String(), Type.Null()]),
  road_id: Type.Union([Type.Integer(), Type.Null()]),
  egress: Egress,
})
export type CheckpointDetails = Static<typeof CheckpointDetails>

export const CheckpointDetailsFeature = featureOf(PointGeometry, CheckpointDetails)
export const CheckpointCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(featureOf(PointGeometry, Type.Object({ ...Type.Partial(CheckpointDetails).properties, ...PublicCheckpoint.properties }))),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page' }),
})
