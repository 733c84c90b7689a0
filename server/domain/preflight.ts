import type { MultiPolygon } from 'geojson'
import { THRESHOLDS } from '#shared/review/thresholds.ts'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import type { Preflight } from '#shared/schema/preflight.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { ZONE_KINDS } from '#shared/vocabulary.ts'
import { exposureOf } from '../geometry-worker/geometry.ts'
import type { Db } from '../store/connect.ts'
import { confirmationsOf } from '../store/confirmations.ts'
import type { DraftRow } from '../store/drafts.ts'
import { countyInForce, countyShares, groundOnlyIn, unitShares, type UnitShare } from '../store/preflight-ground.ts'
import { neighboursOf } from '../store/preflight-neighbours.ts'
import { Invalid } from './errors.ts'
import { abnormalities } from './preflight-abnormal.ts'
import { computed, finite } from './preflight-computed.ts'
import { tooFewHouseholds } from './preflight-households.ts'
import type { ReviewDeps } from './review-deps.ts'
import type { Outgoing } from './zones-outgoing.ts'

/**
 * What publishing a draft now would change, against what is in force. Whatever cannot be computed is refused, never
 * left out: a pre-flight that says nothing would be taken for a harmless change.
 * @throws Conflict preflight_failed naming the step; Invalid neighbour_invalid naming the zones
 */
export async function preflightOf({ figures, review }: ReviewDeps, db: Db, draft: DraftRow, going: Outgoing): Promise<Preflight> {
  const { zoneId, kind, content } = draft
  const { current, hash, version: { geometry: after, version } } = going
  const before = current?.geometry ?? null
  const neighbours = await computed('neighbours', () => neighboursOf(db, zoneId, after, lessStrict(kind)))
  const broken = neighbours.filter(({ valid }) => !valid).map((zone) => zone.zone_id)
  if (broken.length > 0) throw new Invalid('neighbour_invalid', { zones: broken.join(', ') })

  const added = await computed('added', () => groundOnlyIn(db, after, before))
  const removed = await computed('removed', () => groundOnlyIn(db, before, after))
  const count = (ground: MultiPolygon | null) =>
    computed('people', async () => (ground === null ? NOTHING : finite(await exposureOf(ground, figures))))
  const [was, willBe, gained, lost] = [await count(before), await count(after), await count(added), await count(removed)]
  const change = (of: (figures: ExposureFigures) => number) => ({ before: of(was), after: of(willBe), gained: of(gained), lost: of(lost) })
  const counted = [was, willBe, gained, lost].every(({ households }) => households !== null)

  const units = await computed('units', () => unitShares(db, before, after))
  const counties = await computed('counties', () => countyShares(db, after))
  const inForce = await countyInForce(db, zoneId.slice(0, 6))
  const base = current === undefined ? inForce : { zones: 1, people: was.people, m2: was.areaM2 }
  const abnormal = await computed('abnormal', () => abnormalities(db, { draft, going, base, willBe, counties }))
  const codes = abnormal.map(({ code }) => code)
  const confirmation = (await confirmationsOf(db, zoneId, hash)).find(({ findings }) => codes.every((code) => findings.includes(code)))
  return {
    zone_id: zoneId, revision: draft.revision, version, previous_version: current?.version ?? null, hash,
    people: change(({ people }) => people),
    households: counted ? change(({ households }) => households ?? 0) : null,
    buildings: change(({ buildings }) => buildings),
    area_m2: change(({ areaM2 }) => areaM2),
    added, removed,
    units_gained: units.filter((unit) => isWhole(unit.after) && !isWhole(unit.before)).map(named),
    units_lost: units.filter((unit) => isWhole(unit.before) && !isWhole(unit.after)).map(named),
    units_split: units.filter(({ after: share }) => share > THRESHOLDS.unitShare && !isWhole(share)).map((unit) => ({ ...named(unit), share: unit.after })),
    neighbours: neighbours.map(({ valid: _, ...zone }) => zone),
    other_counties: counties
      .filter(({ code, ofGround }) => code.slice(0, 6) !== zoneId.slice(0, 6) && ofGround > THRESHOLDS.otherCounty)
      .map(({ code, name, name_en, ofGround }) => ({ code, name, name_en, share: ofGround })),
    abnormal,
    confirmed: codes.length === 0 || confirmation === undefined ? null : { by: confirmation.by, at: confirmation.at, reason: confirmation.reason },
    too_few: content.audience === 'public'
      ? await computed('households', () => tooFewHouseholds(db, figures, review.minHouseholds, after, willBe))
      : null,
  }
}

const NOTHING: ExposureFigures = {
  areaM2: 0, people: 0, peopleRange: { low: 0, high: 0 }, households: 0, buildings: 0, places: [], bases: [], warnings: [],
}

const isWhole = (share: number) => share >= 1 - THRESHOLDS.unitShare
const named = ({ code, level, name, name_en }: UnitShare) => ({ code, level, name, name_en })
/** The kinds below one: what follows it is made anew when it is published. */
const lessStrict = (kind: ZoneKind): ZoneKind[] => ZONE_KINDS.slice(ZONE_KINDS.indexOf(kind) + 1)
