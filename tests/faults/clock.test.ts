import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft, ZoneGround } from '#shared/schema/zone.ts'
import { versionHash } from '../../server/domain/zones-hash.ts'
import { connectStore } from '../../server/store/connect.ts'
import { createServerDatabase } from '../support/databases.ts'
import { fakeTime } from '../support/fake-time.ts'
import { eventually, inside } from '../server/live-fixture.ts'
import { block, content, drawn, LIFT } from '../server/zones-fixture.ts'
import { prepare, signIn } from './support/planner-user.ts'
import { serverProcess, type ServerProcess } from './support/server-process.ts'

const [lng, lat] = inside(1, 0)

// One server with the right time and one whose clock is wrong, over one database with the right time.
describe('a server whose clock is wrong', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let dataDir: string
  let right: ServerProcess
  let wrong: ServerProcess
  let clock: string
  beforeAll(async () => {
    database = await createServerDatabase()
    const store = await connectStore({ databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 })
    await prepare(store)
    await store.close()
    dataDir = mkdtempSync(join(tmpdir(), 'sanqu-clock-'))
    clock = join(dataDir, 'clock')
    writeFileSync(clock, '+10m')
    const env = { DATABASE_URL: database.url, DATA_DIR: dataDir }
    right = await serverProcess(env)
    wrong = await serverProcess({
      ...env, ...fakeTime(clock), TZ: 'Europe/Berlin',
    })
    await right.start()
    await wrong.start()
  }, 120_000)
  afterAll(async () => {
    await right.stop()
    await wrong.stop()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it.each([['+10m', 600], ['-10m', -600], ['+1y', 31_536_000], ['-2h', -7_200]] as const)('F27: by %s publishes, lifts and answers in the order of versions, by the time of the database', async (skew, seconds) => {
    writeFileSync(clock, skew)
    // Node says a Date for a second before it looks at the clock again
    const isWrong = async () => {
      const said = Date.parse((await fetch(`${wrong.url}/livez`)).headers.get('date') ?? '')
      return Math.abs((said - Date.now()) / 1000 - seconds) < 60
    }
    await eventually(isWrong, 10_000)
    const headers = { ...(await signIn(wrong.url)), 'content-type': 'application/json' }
    const send = async (server: ServerProcess, method: string, path: string, body: object, tag?: string) => {
      const response = await fetch(server.url + path, { method, headers: { ...headers, ...(tag && { 'if-match': tag }) }, body: JSON.stringify(body) })
      const answer: unknown = await response.json()
      if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
      return { answer, tag: String(response.headers.get('etag')) }
    }
    const check = async ({ url }: ServerProcess) =>
      (await (await fetch(`${url}/api/check?lng=${lng}&lat=${lat}`)).json()) as { result: string; since?: string }
    const began = Date.now()
    // the session that began on the wrong clock holds on both, the draft by one and its publication by the other
    const made = await send(wrong, 'POST', '/api/zones', { kind: 'sealed', content: content(drawn(block(1, 0, 2, 1)), { review_by: '2099-01-01T00:00:00.000Z' }) })
    const draft = made.answer as Draft
    const { zone_id: id } = draft
    const hash = versionHash({ zoneId: id, kind: draft.kind, version: 1, previousVersion: null, content: draft.content, geometry: draft.geometry as ZoneGround['geometry'] })
    const published = await send(wrong, 'POST', `/api/zones/${id}/publish-urgent`, { hash, reason: '危及生命' }, made.tag)
    for (const server of [right, wrong]) await eventually(async () => (await check(server)).result === 'in_zone', 10_000)
    const since = Date.parse((published.answer as { version_since: string }).version_since)
    expect(since).toBeGreaterThan(began - 5_000)
    expect(since).toBeLessThan(Date.now() + 5_000)
    await send(right, 'POST', `/api/zones/${id}/lift`, LIFT, published.tag)
    for (const server of [right, wrong]) await eventually(async () => (await check(server)).result === 'not_in_zone', 10_000)
  })

  it('F27: that jumps back two hours while it runs goes on streaming and answering', async () => {
    writeFileSync(clock, '+0')
    const headers = await signIn(wrong.url)
    writeFileSync(clock, '-2h')
    expect((await fetch(`${wrong.url}/api/session`, { headers })).status).toBe(200)
    expect((await fetch(`${wrong.url}/readyz`)).status).toBe(200)
    const stream = await fetch(`${wrong.url}/api/events`)
    const { value } = await stream.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toContain(': seq ')
    await stream.body?.cancel().catch(() => {})
  })
})
