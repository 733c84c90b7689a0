import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../server/domain/demo.ts'
import type { ImportReport } from '../../server/domain/imports.ts'
import type { Store } from '../../server/store/connect.ts'
import { ENGINES, openTestDatabase } from '../support/databases.ts'

describe.each(ENGINES)('the demo district on %s', (engine) => {
  let store: Store
  let report: ImportReport
  const steps: number[] = []
  beforeAll(async () => {
    store = await openTestDatabase(engine)
    report = await loadDemo(store, { onProgress: ({ done, total }) => steps.push(done / total) })
  })
  afterAll(() => store.close())

  const number = async (text: string) => (await sql<{ n: number }>`${sql.raw(text)}`.execute(store.db)).rows[0]?.n ?? 0

  it('goes in without a fault, telling how far it is', async () => {
    expect(report.faults.kept).toEqual([])
    for (const count of Object.values(report.counts)) expect(count.inserted).toBe(count.read)
    expect(steps.at(-1)).toBe(1)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  it('counts people by building, and links what names something else', async () => {
    const people = await number(
      `select sum(people) as n from population where basis = 'building' and building_id is not null`,
    )
    expect(people).toBeGreaterThan(180_000)
    expect(people).toBeLessThan(200_000)
    expect(await number(`select count(*) as n from addresses where building_id is null`)).toBe(0)
    expect(await number(`select count(*) as n from checkpoints where road_id is null`)).toBe(0)
    expect(await number(`select count(*) as n from areas where parent_code is null`)).toBe(1)
    expect(await number(`select count(*) as n from datasets where synthetic and source = 'demo'`)).toBe(1)
  })

  it('changes nothing the second time', async () => {
    const events = await number('select count(*) as n from events')
    expect((await loadDemo(store)).changed).toBe(false)
    expect(await number('select count(*) as n from events')).toBe(events)
  })
})
