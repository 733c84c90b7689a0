import { sql } from 'kysely'
import type { Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { CheckPack, CheckPackHead } from '#shared/schema/check-pack.ts'
import { createDeviceIndex } from '../../client/check/device-index.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { BORDERED, BOUNDARY_POINTS } from '../support/boundary-points.ts'
import { ENGINES } from '../support/databases.ts'
import { say } from '../faults/support/report.ts'
import { caughtUp, publish } from './live-fixture.ts'
import { drawn, loadCounty } from './zones-fixture.ts'

const ON = BOUNDARY_POINTS.map(({ on }) => on)
const BESIDE = BOUNDARY_POINTS.flatMap(({ beside }) => beside)
const ASKED = [...ON, ...BESIDE.map(({ at }) => at)]
const WANTED = [...ON.map(() => true), ...BESIDE.map(({ inside }) => inside)]

describe.each(ENGINES)('points on the edge of a zone, on the %s engine', (engine) => {
  let api: TestApi
  let zone: string
  let url: string
  beforeAll(async () => {
    api = await openTestApi(engine, async (store) => {
      await loadCounty(store)
      zone = await publish(store, 'sealed', drawn(BORDERED))
    })
    await caughtUp(api.live, api.store)
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => api.close())

  const isIn = ({ result, zone: found }: Pick<CheckAnswer, 'result' | 'zone'>) => {
    expect(found?.id).toBe(result === 'in_zone' ? zone : undefined)
    return result === 'in_zone'
  }
  const post = async (type: string, payload: string) => {
    const response = await fetch(`${url}/api/check?lang=en`, { method: 'POST', headers: { 'content-type': type }, body: payload })
    expect(response.status).toBe(200)
    return response.text()
  }
  const line = ([lng, lat]: Position, id: number) => JSON.stringify({ id, lng, lat })

  /** What each interface says of every point. */
  const INTERFACES: [string, () => Promise<boolean[]>][] = [
    ['GET /api/check', async () => {
      const answers: boolean[] = []
      for (const [lng, lat] of ASKED) answers.push(isIn((await api.app.inject(`/api/check?lng=${lng}&lat=${lat}`)).json<CheckAnswer>()))
      return answers
    }],
    ['POST /api/check', async () => {
      const body = await post('application/json', `{"items":[${ASKED.map(line).join(',')}]}`)
      return (JSON.parse(body) as { answers: CheckAnswer[] }).answers.map(isIn)
    }],
    ['a stream of NDJSON', async () => {
      const body = await post('application/x-ndjson', ASKED.map(line).join('\n'))
      return body.trimEnd().split('\n').map((text) => isIn(JSON.parse(text) as CheckAnswer))
    }],
    ['a stream of CSV', async () => {
      const body = await post('text/csv', `id,lng,lat\n${ASKED.map(([lng, lat], id) => `${id},${lng},${lat}`).join('\n')}`)
      return body.trimEnd().split('\n').slice(1).map((text) => /,in_zone,/.test(text))
    }],
    ['the device', async () => {
      const { version } = (await api.app.inject('/api/check/pack')).json<CheckPackHead>()
      const index = createDeviceIndex((await api.app.inject(`/api/check/pack/${version}`)).json<CheckPack>())
      return ASKED.map(([lng, lat]) => isIn(index.answer([lng!, lat!], 'en', new Date())))
    }],
    ['PostGIS', async () => {
      const { rows } = await sql<{ inside: boolean }>`
        select ST_Intersects(v.geom, ST_SetSRID(ST_MakePoint((p->>0)::float8, (p->>1)::float8), 4326)) as inside
        from zone_versions v, jsonb_array_elements(${JSON.stringify(ASKED)}::jsonb) with ordinality as t(p, n)
        where v.zone_id = ${zone} order by n`.execute(api.store.db)
      return rows.map(({ inside }) => inside)
    }],
  ]

  it(`F38: ${ON.length} points on the edge are inside by every interface, and of ${BESIDE.length} points next to it exactly those on the inner side`, async () => {
    for (const [name, ask] of INTERFACES) expect(await ask(), name).toEqual(WANTED)
    say('F38', `${engine}: ${ON.length} points on the edge inside, ${BESIDE.length} beside it told apart, by ${INTERFACES.map(([name]) => name).join(', ')}`)
  })
})
