import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDraft, createZone } from '../../server/domain/drafts-begin.ts'
import { saveDraft } from '../../server/domain/drafts-save.ts'
import { draftTag, zoneTag } from '../../server/domain/version-tag.ts'
import { correctZone } from '../../server/domain/zones-correct.ts'
import { zoneDetails } from '../../server/domain/zones-details.ts'
import { liftZone } from '../../server/domain/zones-lift.ts'
import type { ReviewDeps } from '../../server/domain/review-deps.ts'
import type { Store } from '../../server/store/connect.ts'
import { zonesInForce } from '../../server/store/live-zones.ts'
import { lastEventSeq } from '../../server/store/events.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'
import { publishApproved } from './publish-approved.ts'
import { actor, content, LIFT, loadCounty, units, village, zoneDepsOf } from './zones-fixture.ts'

// Publish, supersede, lift and correct in any order. The naive model keeps, for every instant at which something was
// recorded, the whole of what was known then: a list of [version, from, to]. The database must say the same of every
// moment as it was known at every moment.

type Held = { version: number; from: number; to: number }
type Step = { act: 'change' | 'lift' | 'correct'; version: number; from: number; to: number }
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('change', 'change', 'correct', 'correct', 'lift'),
  version: fc.integer({ min: 1, max: 4 }),
  from: fc.double({ min: -0.3, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1.2, noNaN: true }),
})

describe.each(ENGINES)('what was in force and known, after any sequence on the %s engine', (engine) => {
  let store: Store
  let deps: ReviewDeps
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    await loadCounty(store)
    deps = zoneDepsOf(store)
  })
  afterAll(() => store.close())

  const ms = (iso: string) => Date.parse(iso)
  const iso = (time: number) => new Date(time).toISOString()
  const changed = (known: readonly Held[], version: number, to: number) => known.map((held) => (held.version === version ? { ...held, to } : held))

  /** The naive word on a correction: what is asked, others trimmed; null where it would void, split or reorder. */
  function corrected(known: readonly Held[], version: number, from: number, to: number): Held[] | null {
    const own = known.find((held) => held.version === version)
    if (own === undefined || from >= to || (own.from === from && own.to === to) || (to === Infinity && own.to !== Infinity)) return null
    const others = known.filter((held) => held !== own)
    const parts = others.map((held) => [{ ...held, to: Math.min(held.to, from) }, { ...held, from: Math.max(held.from, to) }])
    const trimmed = parts.flat().filter((held) => held.from < held.to)
    const whole = [...trimmed, { version, from, to }]
    const inOrder = whole.toSorted((a, b) => a.from - b.from).map((held) => held.version)
    const once = new Set(inOrder).size === inOrder.length && inOrder.length === known.length
    return once && inOrder.every((one, i) => i === 0 || inOrder[i - 1]! < one) ? whole : null
  }

  async function run(steps: readonly Step[]): Promise<void> {
    const cell = units(village(0, 0, 0))
    const { zone_id: zoneId } = await createZone(deps, actor(), { kind: 'sealed', content: content(cell) })
    const first = await publishApproved(deps, zoneId, 1)
    const began = ms(first.published_at)
    let known: Held[] = [{ version: 1, from: began, to: Infinity }]
    const history = [{ at: began, known }]
    const keep = (at: string, next: Held[]) => history.push({ at: ms(at), known: (known = next) })
    const newest = () => Math.max(...known.map((held) => held.version))
    const open = () => known.find((held) => held.to === Infinity)

    for (const { act, version, from, to } of steps) {
      const current = open()
      if (act === 'change' && current) {
        await beginDraft(deps, actor(), zoneId)
        await saveDraft(deps, actor(), zoneId, draftTag({ zoneId, revision: 1 }), content(cell, { name: `v${newest() + 1}` }))
        const zone = await publishApproved(deps, zoneId, 2)
        const at = ms(zone.published_at)
        keep(zone.published_at, [...changed(known, current.version, at), { version: zone.version, from: at, to: Infinity }])
      } else if (act === 'lift' && current) {
        const zone = await liftZone(deps, actor(), zoneId, zoneTag({ zoneId, version: newest() }), LIFT)
        keep(zone.valid_to!, changed(known, current.version, ms(zone.valid_to!)))
      } else if (act === 'correct') {
        const last = history.at(-1)!.at
        const place = (part: number) => Math.round(began + part * (last - began))
        const end = to > 1 ? null : place(to)
        const expected = corrected(known, version, place(from), end ?? Infinity)
        const request = { ...LIFT, version, valid_from: iso(place(from)), valid_to: end === null ? null : iso(end) }
        const asked = correctZone(deps, actor(), zoneId, zoneTag({ zoneId, version: newest() }), request)
        if (expected === null) await expect(asked, JSON.stringify({ known, request })).rejects.toMatchObject({ code: expect.stringMatching(/^correction_/) })
        else keep((await asked).recorded_at, expected)
      }
    }

    const instants = [...new Set(history.flatMap(({ at, known: held }) => [at, ...held.flatMap(({ from, to }) => [from, to])]))].filter(Number.isFinite)
    for (const { at: knownAt, known: then } of history) {
      for (const at of instants.flatMap((instant) => [instant - 1, instant])) {
        const version = then.find((held) => held.from <= at && at < held.to)?.version
        const [zone] = await zonesInForce(store.db, { ids: [zoneId], at: iso(at), knownAt: iso(knownAt) })
        expect(zone?.version, `at ${iso(at)} as known at ${iso(knownAt)}`).toBe(version)
      }
    }
    const now = await zonesInForce(store.db, { ids: [zoneId] })
    expect(now.map((zone) => zone.version)).toEqual(known.filter((held) => held.to === Infinity).map((held) => held.version))
    if (open()) await liftZone(deps, actor(), zoneId, zoneTag({ zoneId, version: (await zoneDetails(store.db, zoneId, new Date())).version }), LIFT)
  }

  it('is what a naive model says', async () => {
    // the same statements on both engines: the quicker one walks more sequences
    const numRuns = engine === 'server' ? 10 : 4
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), run), { seed: 20220316, numRuns })
    expect(await lastEventSeq(store.db)).toBeGreaterThan(10 * numRuns) // the sequences did something
  })
})
