import { Type, type Static } from 'typebox'
import { ABNORMAL_CODES } from '#shared/review/thresholds.ts'
import { AreaGeometry } from './geo.ts'
import { AreaLevel, ZoneKind } from './vocabulary.ts'
import { ZoneId } from './zone.ts'

const Name = { name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }
const Change = (description: string) =>
  Type.Object({ before: Type.Number(), after: Type.Number(), gained: Type.Number(), lost: Type.Number() }, { description })

export const NamedUnit = Type.Object({ code: Type.String(), level: AreaLevel, ...Name })
export type NamedUnit = Static<typeof NamedUnit>

export const Neighbour = Type.Object({
  zone_id: ZoneId, kind: ZoneKind, ...Name,
  overlap_m2: Type.Number({ description: 'Ground in both; the stricter rule holds there' }),
  gap_m2: Type.Number({ description: 'Ground between the two that belongs to neither, though they are meant to meet' }),
})
export type Neighbour = Static<typeof Neighbour>

export const Abnormal = Type.Object({
  code: Type.Enum([...ABNORMAL_CODES]),
  before: Type.Union([Type.Number(), Type.Null()]),
  after: Type.Union([Type.Number(), Type.Null()]),
  what: Type.Union([Type.String(), Type.Null()], { description: 'Names' }),
})
export type Abnormal = Static<typeof Abnormal>

/** What publishing a draft would change, against what is in force. */
export const Preflight = Type.Object({
  zone_id: ZoneId,
  revision: Type.Integer(),
  version: Type.Integer({ description: 'The version that would go out' }),
  previous_version: Type.Union([Type.Integer(), Type.Null()], { description: 'The version that it ends; null for a first one' }),
  hash: Type.String({ description: 'Of exactly the version that would go out; an approval and a confirmation are bound to it' }),
  people: Change('Counted on the ground gained and lost'),
  households: Type.Union([Change('As people'), Type.Null()], { description: 'null where no source counts households' }),
  buildings: Change('As people'),
  area_m2: Change('Square metres'),
  added: Type.Union([AreaGeometry, Type.Null()]),
  removed: Type.Union([AreaGeometry, Type.Null()]),
  units_gained: Type.Array(NamedUnit, { description: 'Compounds and villages that the zone takes whole now' }),
  units_lost: Type.Array(NamedUnit),
  units_split: Type.Array(Type.Object({ ...NamedUnit.properties, share: Type.Number({ description: '0 to 1, of its ground' }) }), {
    description: 'Cut by the line: the stricter rule holds for the whole unit',
  }),
  neighbours: Type.Array(Neighbour, { description: 'Zones in force that it overlaps or leaves a gap to' }),
  other_counties: Type.Array(Type.Object({ code: Type.String(), ...Name, share: Type.Number() }), {
    description: 'Ground outside the zone’s own county',
  }),
  abnormal: Type.Array(Abnormal, { description: 'Publishing needs a second person’s confirmation of exactly these' }),
  confirmed: Type.Union([Type.Object({ by: Type.String({ description: 'Post' }), at: Type.String({ format: 'date-time' }), reason: Type.String() }), Type.Null()]),
  too_few: Type.Union(
    [
      Type.Object({
        households: Type.Number(), minimum: Type.Integer(),
        offer: Type.Union([Type.Object({ ...NamedUnit.properties, households: Type.Number() }), Type.Null()], { description: 'The unit to take instead' }),
      }),
      Type.Null(),
    ],
    { description: 'A public zone that would expose too few households is refused' },
  ),
})
export type Preflight = Static<typeof Preflight>

export const ChangeConfirmation = Type.Object(
  { hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), reason: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
)
export type ChangeConfirmation = Static<typeof ChangeConfirmation>
