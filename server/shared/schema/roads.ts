import { Type, type Static } from 'typebox'
import { AreaGeometry, PointGeometry, UncheckedGeometry } from './geo.ts'
import { CheckpointKind, CheckpointState, CheckpointTier, Crs, PlaceKind, Text } from './vocabulary.ts'

// What is said about roads; the same shapes as #shared/roads returns.

const Nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number> | ReturnType<typeof Type.Integer>>(type: T) => Type.Union([type, Type.Null()])
const Place = Type.Tuple([Type.Number(), Type.Number()], { description: '[lng, lat], EPSG:4326' })

/** How old the roads are, and how much lies off them. */
export const RoadData = Type.Object({
  sources: Type.Array(Type.Object({ source: Type.String(), title: Type.String(), asOf: Type.String({ format: 'date' }), roads: Type.Integer() })),
  oldest: Nullable(Type.String({ format: 'date', description: 'As of, of the oldest source' })),
  buildings: Type.Integer({ description: 'In the area asked about' }),
  notSurveyed: Type.Integer({ description: 'Of them farther than 100 m from any known road' }),
})
export type RoadData = Static<typeof RoadData>

export const CrossingState = Type.Enum(['guarded', 'closed', 'natural', 'planned', 'through', 'open'], {
  description: 'guarded: a staffed gate; closed: a closure; natural: a natural barrier; planned: one of these, not in place; through: a motorway’s main line; open: nobody',
})

export const Crossing = Type.Object({
  at: Place,
  state: CrossingState,
  checkpoint: Nullable(Type.Integer()),
  roadId: Type.Integer(),
  class: Type.String(),
  name: Nullable(Type.String()),
  nameEn: Nullable(Type.String()),
  ref: Nullable(Type.String()),
  foot: Type.Boolean(),
  vehicles: Type.Boolean(),
  bridge: Type.Boolean(),
  ferry: Type.Boolean(),
  passages: Type.Integer({ description: 'Crossings of the road merged into this one, within 30 m along it' }),
})

/** Where a checkpoint that was put down roughly belongs. */
export const SnappedCheckpoint = Type.Object({
  at: Place,
  zone: Nullable(Type.String({ description: 'Whose edge the road crosses here; null: just the nearest road' })),
  roadId: Type.Integer(),
  class: Type.String(),
  name: Nullable(Type.String()),
  nameEn: Nullable(Type.String()),
  ref: Nullable(Type.String()),
  metres: Type.Number({ description: 'How far it moved' }),
})
export type SnappedCheckpoint = Static<typeof SnappedCheckpoint>

/** `total` leaves motorways’ main lines out; `held` = guarded + closed + natural. */
export const Ring = Type.Object({
  total: Type.Integer(), held: Type.Integer(), guarded: Type.Integer(), closed: Type.Integer(), natural: Type.Integer(),
  planned: Type.Integer(), open: Type.Integer(),
})
export type Ring = Static<typeof Ring>

/** The rings of one level's areas, a page of them by code. */
export const AreaRings = Type.Object({
  items: Type.Array(Type.Object({
    code: Type.String(), name: Type.String(), name_en: Nullable(Type.String()),
    bounds: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]), ring: Ring,
  })),
  next: Nullable(Type.String({ description: 'Cursor of the next page' })),
})
export type AreaRings = Static<typeof AreaRings>

export const Crossings = Type.Object({
  ring: Ring,
  crossings: Type.Array(Crossing),
  orphans: Type.Array(Type.Integer(), { description: 'Checkpoints within 150 m of the edge that hold no crossing' }),
  roads: RoadData,
})
export const Signature = Type.Object({ by: Type.String({ description: 'Post' }), at: Type.String({ format: 'date-time' }), valid: Type.Boolean({ description: 'false once the zone, the roads or the gates have changed' }) })
export const ZoneCrossings = Type.Object({
  zone: Type.String(), draft: Type.Boolean(), ...Crossings.properties,
  list: Type.String({ description: 'Names this list; sent when it is signed' }),
  signature: Type.Union([Signature, Type.Null()]),
})
export type ZoneCrossings = Static<typeof ZoneCrossings>

export const LeastGates = Type.Object({
  drawn: Type.Array(Crossing), gates: Type.Array(Crossing), sealed: AreaGeometry,
  between: Type.Object({ areaM2: Type.Number(), buildings: Type.Integer(), people: Type.Integer() }, { description: 'What the sealed line takes in more' }),
  roads: RoadData,
})

/** Which closures an answer counts. */
export const ClosuresAsked = Type.Enum(['in_place', 'planned'], { description: 'in_place: closures that stand; planned: those planned too' })
export type ClosuresAsked = Static<typeof ClosuresAsked>
export const closuresAsked = (otherwise: ClosuresAsked) =>
  Type.Optional(Type.Enum(['in_place', 'planned'], { description: `Which closures count: in_place, or planned ones too; ${otherwise} if absent` }))

const Times = Type.Object({
  limitHours: Type.Number(), places: Type.Integer(), medianMinutes: Nullable(Type.Number()), longestMinutes: Nullable(Type.Number()),
  beyond: Type.Array(Type.Object({ street: Nullable(Type.String()), at: Place, buildings: Type.Integer(), people: Type.Integer(), hours: Nullable(Type.Number()) })),
})
const Care = Type.Enum(['ambulance', 'fire_engine', 'hospital', 'pharmacy', 'food'])

const CutOffGroup = Type.Object({ at: Place, buildings: Type.Integer(), people: Type.Integer(), lost: Type.Array(Care), streets: Type.Array(Type.String()) })

const NamedRoad = Type.Object({ name: Nullable(Type.String()), nameEn: Nullable(Type.String()), ref: Nullable(Type.String()) })

/** A stretch of road without which the people behind it have no hospital; what has no name is told by what it joins. */
export const SinglePoint = Type.Object({
  at: Place, roadId: Type.Integer(), class: Type.String(), ...NamedRoad.properties, bridge: Type.Boolean(), people: Type.Integer(), buildings: Type.Integer(),
  joins: Type.Array(NamedRoad, { description: 'Of a road without name and number: the named ones that its ends lead to along others like it' }),
  near: Type.Union([NamedRoad, Type.Null()], { description: 'Where it joins none: the nearest named one' }),
  over: Type.Union([Type.Object({ name: Type.String(), nameEn: Nullable(Type.String()) }), Type.Null()], { description: 'The water under a bridge' }),
})
export type SinglePoint = Static<typeof SinglePoint>

export const Access = Type.Object({
  buildings: Type.Integer(), people: Type.Integer(), notSurveyed: Type.Integer(),
  cutOff: Type.Array(CutOffGroup, {
    description: 'Who loses a way that they have without these closures; with the planned ones it blocks approval',
  }),
  unknown: Type.Array(Care, { description: 'Cares of which the data has no place: nothing is said of them' }),
  unconnected: Type.Integer({ description: 'Buildings that the data connects with no hospital even without closures' }),
  singlePoints: Type.Array(SinglePoint),
  designatedHospital: Times, quarantineSite: Times,
  rooms: Type.Object({ needed: Type.Integer(), ready: Type.Number() }),
  closures: ClosuresAsked,
  roads: RoadData,
})

const CompoundSupply = Type.Object({
  code: Type.String(), name: Type.String(), nameEn: Nullable(Type.String()), people: Type.Integer(), walkM: Nullable(Type.Number()),
  at: Place,
  gap: Type.Union([Type.Enum(['no_delivery_point', 'no_green_lane', 'not_surveyed']), Type.Null()]),
})
export const Supply = Type.Object({
  compounds: Type.Integer(), covered: Type.Integer(), people: Type.Integer({ description: 'In uncovered compounds' }),
  uncovered: Type.Array(CompoundSupply),
  places: Type.Array(Type.Object({
    id: Type.Integer(), kind: Type.Enum(['depot', 'delivery_point']), name: Type.String(), nameEn: Nullable(Type.String()), at: Place,
    supplied: Type.Boolean({ description: 'Lorries get there from a depot through green lanes' }),
  }), { description: 'All depots, and the delivery points near' }),
  closures: ClosuresAsked,
  lost: Type.Array(CompoundSupply, { description: 'Covered now, uncovered without the gate asked about' }),
  roads: RoadData,
})

/** A checkpoint as it would be: what is left out stays as it is, or is as of a new one; null: it falls away. */
export const CutOffAsked = Type.Object({
  checkpoint: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description: 'null: a new one' }),
  change: Type.Union([
    Type.Object({
      kind: Type.Optional(CheckpointKind), state: Type.Optional(CheckpointState), green_lane: Type.Optional(Type.Boolean()),
      road_id: Type.Optional(Nullable(Type.Integer())), geometry: Type.Optional(PointGeometry),
    }, { additionalProperties: false }),
    Type.Null(),
  ]),
}, { additionalProperties: false })
export type CutOffAsked = Static<typeof CutOffAsked>

/** What a change of one checkpoint takes away, in the whole district; nothing is saved. */
export const CutOffByChange = Type.Object({
  compounds: Type.Array(CompoundSupply, { description: 'Supplied now and not after it, in sealed and controlled zones' }),
  groups: Type.Array(CutOffGroup, { description: 'Who loses a way to care that they have now, closures planned included' }),
})
export type CutOffByChange = Static<typeof CutOffByChange>

export const Reach = Type.Object({
  closures: ClosuresAsked,
  places: Type.Array(Type.Object({ id: Type.Integer(), kind: PlaceKind, name: Type.String(), nameEn: Nullable(Type.String()), lng: Type.Number(), lat: Type.Number(), seconds: Nullable(Type.Integer({ description: 'null: no way' })) })),
})

export const DraftGround = Type.Object({ geometry: UncheckedGeometry, crs: Type.Optional(Crs) })

export const LeastGatesOptions = {
  max_out: Type.Optional(Type.Number({ minimum: 0, maximum: 5000, description: 'How far the sealed line may move out, in metres; 300' })),
  by: Type.Optional(Type.Enum(['gates', 'posts'], { description: 'The fewest gates, or the fewest posts to staff them' })),
}

export const PlanGates = Type.Object({
  kind: Type.Enum(['gate', 'closure']),
  tier: CheckpointTier,
  green_lane: Type.Optional(Type.Boolean()),
  egress: Type.Optional(Text),
  draft: Type.Optional(Type.Boolean({ description: 'At the crossings of the zone’s draft' })),
  at: Type.Optional(Type.Array(Place, {
    minItems: 1, maxItems: 1000, description: 'Only at the open crossings within 25 m of these places, [lng, lat], as those of a least gate set; at all if absent',
  })),
}, { additionalProperties: false })
export type PlanGates = Static<typeof PlanGates>

export const TakeOverGates = Type.Object({
  ...LeastGatesOptions,
  fixed: Type.Optional(Type.Array(Place, { maxItems: 100, description: 'Gates that must stay' })),
  tier: CheckpointTier,
  green_lane: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })
export type TakeOverGates = Static<typeof TakeOverGates>
