import type { MultiPolygon } from 'geojson'
import { THRESHOLDS } from '#shared/review/thresholds.ts'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { Abnormal } from '#shared/schema/preflight.ts'
import type { Db } from '../store/connect.ts'
import type { DraftRow } from '../store/drafts.ts'
import { holesCovered, type CountyShare } from '../store/preflight-ground.ts'
import { Conflict } from './errors.ts'
import type { Outgoing } from './zones-outgoing.ts'

/** What the change is compared with: the version in force, or for a first version everything in force in its county. */
export type Base = { zones: number; people: number; m2: number }
type Change = { draft: DraftRow; going: Outgoing; base: Base; willBe: ExposureFigures; counties: readonly CountyShare[] }

/**
 * What is abnormal about a change, by `THRESHOLDS`.
 * @throws Conflict preflight_failed for a ground that is missing or empty: nothing can be compared with it
 */
export async function abnormalities(db: Db, { draft, going, base, willBe, counties }: Change): Promise<Abnormal[]> {
  const { geometry } = going.version
  if (geometry.coordinates.length === 0 || !(willBe.areaM2 > 0)) throw new Conflict('preflight_failed', { step: 'ground' })
  const own = draft.zoneId.slice(0, 6)
  const others = counties.filter(({ code, ofGround, m2 }) =>
    code.slice(0, 6) !== own && (ofGround > THRESHOLDS.otherCounty || m2 > THRESHOLDS.otherCountyM2))
  const whole = counties.filter(({ ofCounty }) => ofCounty >= THRESHOLDS.wholeCounty)
  const lost = await holesLost(db, draft, going)
  const names = (list: readonly CountyShare[]) => list.map(({ name }) => name).join('、')
  const found: (Abnormal | false)[] = [
    base.zones > 0 && willBe.people > THRESHOLDS.peopleTimes * Math.max(1, base.people)
      && { code: 'people_times', before: base.people, after: willBe.people, what: null },
    base.zones > 0 && willBe.areaM2 >= THRESHOLDS.areaTimes * base.m2
      && { code: 'area_times', before: Math.round(base.m2), after: Math.round(willBe.areaM2), what: null },
    others.length > 0 && { code: 'other_county', before: null, after: null, what: names(others) },
    whole.length > 0 && { code: 'whole_county', before: null, after: null, what: names(whole) },
    lost > 0 && { code: 'hole_lost', before: null, after: lost, what: null },
  ]
  return found.filter((finding) => finding !== false)
}

/** Holes of the version in force that are covered now, and holes of the drawn line that its ground does not have. */
async function holesLost(db: Db, { content: { definition } }: DraftRow, { current, version: { geometry } }: Outgoing): Promise<number> {
  const covered = current === undefined ? 0 : await holesCovered(db, current.geometry, geometry, THRESHOLDS.holeLost)
  const drawn = definition.type === 'drawn' ? holesOf(definition.geometry as { type: string; coordinates: unknown[] }) : 0
  return covered + Math.max(0, drawn - holesOf(geometry))
}

/** The inner rings of a Polygon or MultiPolygon. */
function holesOf({ type, coordinates }: MultiPolygon | { type: string; coordinates: unknown[] }): number {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates) as unknown[][]
  return parts.reduce((sum, rings) => sum + rings.length - 1, 0)
}
