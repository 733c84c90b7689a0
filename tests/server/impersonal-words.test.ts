import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftContent } from '#shared/schema/zone.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { lastEventSeq } from '../../server/store/events.ts'
import { openTestApi, type TestApi } from '../support/api.ts'
import { ENGINES } from '../support/databases.ts'
import { loadGround } from './live-fixture.ts'
import { block, content, drawn, LIFT } from './zones-fixture.ts'
import { WRITES } from './write-requests.ts'

/** Members of bodies that hold words which the public, a screen or an evidence sheet may come to show. */
const WORDS = new Set(['name', 'name_en', 'zh', 'en', 'number', 'issuer', 'reason', 'authority', 'note', 'place', 'egress'])
/** Names of posts, accounts and keys are given by administrators and shown to them. */
const ADMINISTERED = /\/api\/(users|keys)/
/** Words that a request may leave out. */
const PLANNED: DraftContent = content(drawn(block(0, 0, 1, 1)), {
  name_en: 'Sealed zone', smallest: { sites: [1], level: 'village', smallest: 'compound', reason: '单元门共用' }, planned_end: { ...LIFT, at: '2029-01-01T00:00:00Z' },
})
const OPTIONAL: Record<string, object> = {
  'POST /api/zones': { content: PLANNED },
  'PUT /api/zones/{id}/draft': PLANNED,
  'POST /api/zones/{id}/approve': { note: '同意' },
  'POST /api/zones/{id}/evidence': { note: '疾控日报' },
  'POST /api/checkpoints': { name_en: 'East gate', egress: { zh: '消防通道在北侧', en: 'Fire lane to the north' } },
}

type Json = { [member: string]: Json } | Json[] | string | number | boolean | null

/** The body once for each word in it, with a telephone number in that word, and where it is. */
function* withNumber(body: Json, path = ''): Generator<{ path: string; body: Json }> {
  if (body === null || typeof body !== 'object') return
  for (const [key, member] of Object.entries(body)) {
    const copy = (value: Json): Json => (Array.isArray(body) ? body.with(Number(key), value) : { ...body, [key]: value })
    if (typeof member === 'string' && WORDS.has(key)) yield { path: `${path}/${key}`, body: copy(`${member}，联系13812345678`) }
    else for (const inner of withNumber(member, `${path}/${key}`)) yield { path: inner.path, body: copy(inner.body) }
  }
}

describe.each(ENGINES)('words that may become public, on the %s engine', (engine) => {
  let api: TestApi
  let planner: { cookie: string }
  beforeAll(async () => {
    api = await openTestApi(engine, loadGround)
    planner = await api.signIn(['drafter', 'publisher', 'reviewer', 'administrator'])
  })
  afterAll(() => api.close())
  const send = (request: InjectOptions): Promise<Response> => api.app.inject({ ...request, headers: { ...planner, ...request.headers } })

  it('hold no telephone number, whichever change carries them: it is refused with its place, and nothing is changed', async () => {
    const tried: string[] = []
    for (const [route, prepare] of Object.entries(WRITES)) {
      if (ADMINISTERED.test(route)) continue
      const request = await prepare({ api, send })
      const head = await lastEventSeq(api.store.db)
      for (const { path, body } of withNumber({ ...(request.payload as Record<string, Json>), ...OPTIONAL[route] } as Json)) {
        const answer = await send({ ...request, payload: body as object })
        const { code, faults } = answer.json<Problem>()
        expect([answer.statusCode, code, faults?.[0]?.code], `${route} ${path}: ${answer.body}`).toEqual([422, 'personal_data', 'phone_number'])
        expect(faults?.[0]?.place, `${route} ${path}`).toContain('【13812345678】')
        tried.push(`${route} ${path}`)
      }
      expect(await lastEventSeq(api.store.db), route).toBe(head)
    }
    const needed = [
      'approve /note', 'reject /reason', 'publish-urgent /reason', 'confirm-change /reason', '/api/reviews/{review} /reason', 'lift /reason', 'corrections /reason',
      'planned-end /legal_basis/number', 'evidence /note', 'withdraw /reason', 'draft /reason', 'draft /smallest/reason', 'draft /planned_end/reason',
      'draft /measures/0/zh', '/api/zones /content/legal_basis/issuer', '/api/checkpoints /egress/zh', '/api/sites /place',
    ]
    expect(needed.filter((end) => !tried.some((one) => one.endsWith(end)))).toEqual([])
  })
})
