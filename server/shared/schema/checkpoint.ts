import { Type, type Static } from 'typebox'
import type { Point } from 'geojson'
import { DUTY_PHONE } from '../text/duty-phone.ts'
import { featureOf, PointGeometry, type FeatureOf } from './geo.ts'
import { Staffing } from './staffing.ts'
import { CheckpointKind, CheckpointState, CheckpointTier, Text } from './vocabulary.ts'

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' })

/** What this gate adds to what its zone's measures say; posted at the gate, so nothing in it is internal. */
export const RuleCard = Type.Object({
  asks: Type.Array(Text, { maxItems: 20, description: 'What is asked at the gate' }),
  passes: Type.Optional(Type.Array(Text, { maxItems: 20, description: 'Who may pass, beside those whom the zone’s kind lets pass' })),
  hours: Type.Optional(Type.Union([Type.Object({ from: Clock, to: Clock }, { additionalProperties: false }), Type.Null()], { description: 'null or absent: day and night' })),
  duty_phone: Type.Optional(Type.Union([
    Type.String({ pattern: DUTY_PHONE, description: 'Of the command post: a landline with its area code, 400-, or a short number; no mobile' }),
    Type.Null(),
  ])),
})

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
    staffing: Type.Optional(Type.Union([Staffing, Type.Null()], { description: 'Of gates only' })),
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
  staffing: Type.Union([Staffing, Type.Null()]),
})
export type CheckpointDetails = Static<typeof CheckpointDetails>

export const CheckpointDetailsFeature = featureOf(PointGeometry, CheckpointDetails)
export const CheckpointCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(featureOf(PointGeometry, Type.Object({ ...Type.Partial(CheckpointDetails).properties, ...PublicCheckpoint.properties }))),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page' }),
})
