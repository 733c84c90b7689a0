import { Type, type Static } from 'typebox'
import { CANDIDATE_LEVELS } from '#shared/review/candidate-levels.ts'
import { ExposureFigures } from './exposure.ts'
import { AreaGeometry } from './geo.ts'
import { ZoneDefinition } from './zone.ts'

const Level = Type.Enum([...CANDIDATE_LEVELS])

/** Sites by number, or points ([lng, lat], EPSG:4326) that are kept nowhere. */
export const CandidatesRequest = Type.Object(
  {
    sites: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 200, uniqueItems: true })),
    points: Type.Optional(Type.Array(Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })]), { maxItems: 200 })),
  },
  { additionalProperties: false },
)
export type CandidatesRequest = Static<typeof CandidatesRequest>

export const Candidate = Type.Object({
  level: Level,
  units: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }), {
    description: 'Empty at the level of buildings: those are drawn',
  }),
  definition: ZoneDefinition,
  geometry: AreaGeometry,
  exposure: ExposureFigures,
  people_per_site: Type.Number(),
  area_m2_per_site: Type.Number(),
  uncovered: Type.Integer({ description: 'Sites that lie in no unit of this level' }),
  too_few_households: Type.Boolean({ description: 'It would expose households; the next level is taken instead' }),
  sufficient: Type.Boolean({ description: 'Covers every site and exposes no household' }),
})
export type Candidate = Static<typeof Candidate>

export const Candidates = Type.Object({
  sites: Type.Integer(),
  items: Type.Array(Candidate, { description: 'From the smallest level to the largest' }),
  smallest: Type.Union([Level, Type.Null()], { description: 'The smallest sufficient level' }),
})
export type Candidates = Static<typeof Candidates>
