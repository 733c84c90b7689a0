import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GateReport, NewestGateReports } from '#shared/schema/gate-report.ts'
import { eventsAfter, lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { gateReport } from './write-requests.ts'
import { loadCounty, TOWNSHIPS } from './zones-fixture.ts'

const GATE = {
  name: '东门卡点', tier: 'township', state: 'staffed', green_lane: false, rule_card: { asks: [] },
  geometry: { type: 'Point', coordinates: [109.512, 34.512] },
}
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe.each(ENGINES)('gate reports on the %s engine', (engine) => {
  let api: TestApi
  let officer: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadCounty)
    officer = await api.signIn(['gate_officer'], TOWNSHIPS[0])
  })
  afterAll(() => api.close())

  const made = async () => {
    const planner = await api.signIn(['drafter'])
    return (await api.app.inject({ method: 'POST', url: '/api/checkpoints', headers: planner, payload: GATE })).json<{ id: number }>().id
  }
  const report = (id: number, payload: object, headers: object = officer) =>
    api.app.inject({ method: 'POST', url: `/api/checkpoints/${id}/reports`, headers: { ...headers }, payload })
  const read = async <T>(url: string) => (await api.app.inject({ url, headers: officer })).json<T>()
  const newest = async (id: number) => (await read<NewestGateReports>('/api/gate-reports')).items.find(({ checkpoint }) => checkpoint === id)

  it('keep when they were made and when they arrived, and tell of it inside only', async () => {
    const id = await made()
    const seq = await lastEventSeq(api.store.db)
    const made_at = ago(40)
    const response = await report(id, gateReport({ status: 'incident', queue: 'long', needs: ['people', 'supplies'], note: '路面积水', made_at }))
    expect(response.statusCode, response.body).toBe(201)
    const answer = response.json<GateReport>()
    expect(answer).toMatchObject({ checkpoint: id, status: 'incident', queue: 'long', needs: ['people', 'supplies'], note: '路面积水', made_at })
    expect(Date.parse(answer.received_at) - Date.parse(made_at)).toBeGreaterThan(39 * 60_000)
    expect(await read(`/api/checkpoints/${id}/reports`)).toEqual({ items: [answer] })
    expect(await newest(id)).toEqual(answer)
    expect((await read<NewestGateReports>('/api/gate-reports')).stale_after_s).toBe(7200)
    const events = await eventsAfter(api.store.db, seq, 10)
    expect(events.map(({ noun, verb, subject, public: open, payload }) => [noun, verb, subject, open, payload['status']])).toEqual([['gate_reports', 'made', String(id), false, 'incident']])
    expect(JSON.stringify(events)).not.toContain('路面积水')
    for (const url of ['/api/gate-reports', `/api/checkpoints/${id}/reports`]) expect((await api.app.inject({ url })).statusCode).toBe(401)
  })

  it('arrive once, however often, by whatever key of the request and whoever sends them', async () => {
    const id = await made()
    const payload = gateReport({ queue: 'short' })
    const first = await report(id, payload, { ...officer, 'idempotency-key': payload.key })
    const head = await lastEventSeq(api.store.db)
    const again = [
      await report(id, payload, { ...officer, 'idempotency-key': payload.key }),
      await report(id, payload, { ...officer, 'idempotency-key': 'another-key' }),
      await report(id, payload, await api.signIn(['gate_officer'])),
      ...(await Promise.all([1, 2, 3].map(() => report(id, payload)))),
    ]
    for (const response of again) expect(response.json()).toEqual(first.json())
    expect((await eventsAfter(api.store.db, head, 100)).filter(({ noun }) => noun === 'gate_reports')).toEqual([])
    expect((await read<{ items: object[] }>(`/api/checkpoints/${id}/reports`)).items).toHaveLength(1)
    expect((await report(id, { ...payload, status: 'closed' })).json()).toMatchObject({ status: 422, code: 'report_key_reused' })
    expect((await report(await made(), payload)).json()).toMatchObject({ status: 422, code: 'report_key_reused' })
  })

  it('are in the order in which they were made, and none of a fast clock stays the newest', async () => {
    const id = await made()
    await report(id, gateReport({ status: 'normal', made_at: ago(10) }))
    await report(id, gateReport({ status: 'closed', made_at: ago(60) }))
    expect((await newest(id))?.status).toBe('normal')
    const { items } = await read<{ items: GateReport[] }>(`/api/checkpoints/${id}/reports`)
    expect(items.map(({ status }) => status)).toEqual(['normal', 'closed'])
    await report(id, gateReport({ status: 'incident', made_at: ago(-300) }))
    expect((await newest(id))?.status).toBe('incident')
    await report(id, gateReport({ status: 'normal', made_at: new Date().toISOString() }))
    expect((await newest(id))?.status).toBe('normal')
  })

  it('are refused of persons, of gates elsewhere, of nothing, and in no vocabulary but theirs', async () => {
    const id = await made()
    const refused = async (payload: object, headers: object = officer) => (await report(id, payload, headers)).json<{ status: number; code: string }>()
    expect(await refused(gateReport({ note: '张某 13812345678 拒绝配合' }))).toMatchObject({ status: 422, code: 'personal_data' })
    expect(await refused(gateReport(), await api.signIn(['gate_officer'], TOWNSHIPS[1]))).toMatchObject({ status: 403, code: 'outside_jurisdiction' })
    expect(await refused(gateReport(), await api.signIn(['viewer']))).toMatchObject({ status: 403, code: 'role_missing' })
    for (const wrong of [{ status: 'fine' }, { queue: 'endless' }, { needs: ['people', 'people'] }, { key: 'short' }, { made_at: 'noon' }, { plate: '陕A12345' }, { note: '' }])
      expect(await refused(gateReport(wrong)), JSON.stringify(wrong)).toMatchObject({ status: 400 })
    expect((await report(999_999, gateReport())).statusCode).toBe(404)
    expect(await newest(id)).toBeUndefined()
  })

  it('are taken of a gate that has been withdrawn since, and never change again', async () => {
    const id = await made()
    const planner = await api.signIn(['drafter'])
    await api.app.inject({ method: 'DELETE', url: `/api/checkpoints/${id}`, headers: { ...planner, 'if-match': `"c${id}.1"` } })
    expect((await report(id, gateReport({ made_at: ago(30) }))).statusCode).toBe(201)
    await expect(api.store.db.updateTable('gate_reports').set({ status: 'closed' }).where('checkpoint_id', '=', id).execute()).rejects.toThrow()
    expect((await newest(id))?.status).toBe('normal')
  })
})
