import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ZoneDefinition } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { beginDraft, createZone } from '../../server/domain/drafts-begin.ts'
import { saveDraft } from '../../server/domain/drafts-save.ts'
import { DomainError } from '../../server/domain/errors.ts'
import { draftTag, zoneTag } from '../../server/domain/version-tag.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, LIFT, loadCounty, NOW, restOf, ring, TOWNSHIPS, units, village, zoneDepsOf } from './zones-fixture.ts'

// Whatever is published, changed and lifted, in whatever order: with a rest-of zone in force the zones are the township.

type Step = { act: 'publish' | 'change' | 'lift'; kind: 'sealed' | 'controlled'; cells: number[]; minus: boolean; pick: number }
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('publish', 'publish', 'change', 'lift'),
  kind: fc.constantFrom('sealed', 'controlled'),
  cells: fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 6 }),
  minus: fc.boolean(),
  pick: fc.nat(),
})

describe.each(ENGINES)('any sequence of changes on the %s engine', (engine) => {
  let store: Store
  let deps: ReviewDeps
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    deps = zoneDepsOf(store)
    await publish('precaution', restOf(TOWNSHIPS[0]))
  })
  afterAll(() => store.close())

  const publish = async (kind: ZoneKind, definition: ZoneDefinition) => {
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind, content: content(definition) })
    return publishApproved(deps, zoneId, 1)
  }
  const definitionOf = ({ cells, minus }: Step) => (minus ? ring : units)(...cells.map((cell) => village(0, cell % 4, Math.floor(cell / 4))))
  const inForce = async () => {
    const { rows } = await sql<{ id: string }>`
      select zone_id as id from zone_periods where upper_inf(valid) and upper_inf(recorded) and zone_id not like '%-P-%' order by 1`.execute(store.db)
    return rows.map((row) => row.id)
  }

  async function run(step: Step): Promise<void> {
    if (step.act === 'publish') return void (await publish(step.kind, definitionOf(step)))
    const zones = await inForce()
    const zoneId = zones[step.pick % Math.max(zones.length, 1)]
    if (zoneId === undefined) return
    if (step.act === 'lift') {
      const { version } = await zoneDetails(store.db, zoneId, NOW)
      return void (await liftZone(deps, actor(), zoneId, zoneTag({ zoneId, version }), LIFT))
    }
    await beginDraft(deps, actor(), zoneId)
    await saveDraft(deps, actor(), zoneId, draftTag({ zoneId, revision: 1 }), content(definitionOf(step)))
    await publishApproved(deps, zoneId, 2)
  }

  // no ground left, or the rest in force already: that is refused, and everything else must pass
  const refused = (error: unknown) => {
    if (!(error instanceof DomainError && ['empty_ground', 'draft_exists', 'overlapping_rest'].includes(error.code))) throw error
  }

  it('leaves the township covered, followers out of each other, and one truth at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        for (const one of steps) await run(one).catch(refused)
        // where the stricter zones took the whole township, the rest was lifted: it begins again
        await publish('precaution', restOf(TOWNSHIPS[0])).catch(refused)
        const { rows } = await sql<{ whole: boolean; overlapping: number; twice: number }>`
          with zone as (
            select z.kind, v.geom, v.definition from zone_periods p
            join zone_versions v using (zone_id, version) join zones z on z.id = p.zone_id
            where upper_inf(p.valid) and upper_inf(p.recorded)
          ), follower as (
            select * from zone where definition ->> 'type' = 'rest_of' or definition ->> 'minus_stricter' = 'true'
          )
          select
            (select ST_Equals(ST_Union(geom), (select geom from areas where code = ${TOWNSHIPS[0]})) from zone) as whole,
            (select count(*)::int from follower f join zone s on array_position(array['sealed', 'controlled', 'precaution'], s.kind)
              < array_position(array['sealed', 'controlled', 'precaution'], f.kind) and ST_Relate(s.geom, f.geom, 'T********')) as overlapping,
            (select count(*)::int from zone_periods a join zone_periods b
              on a.zone_id = b.zone_id and a.id < b.id and a.valid && b.valid and a.recorded && b.recorded) as twice`.execute(store.db)
        expect(rows[0]).toEqual({ whole: true, overlapping: 0, twice: 0 })
      }),
      { seed: 20220316, numRuns: 12 },
    )
    const { rows } = await sql<{ versions: number }>`select count(*)::int as versions from zone_versions`.execute(store.db)
    expect(rows[0]!.versions).toBeGreaterThan(40) // the sequences did something
  }, 240_000)
})
