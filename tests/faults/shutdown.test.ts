import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { connectStore } from '../../server/store/connect.ts'
import { integrityFindings } from '../../server/store/integrity.ts'
import { createServerDatabase } from '../support/databases.ts'
import { pause } from '../support/rounds.ts'
import { inside } from '../server/live-fixture.ts'
import { prepare, signIn } from './support/planner-user.ts'
import { say } from './support/report.ts'
import { serverProcess } from './support/server-process.ts'

const [lng, lat] = inside(1, 1)
const SITE = { place: '关停时', on_date: '2022-03-15', cases: 1, geometry: { type: 'Point', coordinates: [lng, lat] } }

it('F08: SIGTERM lets writes, uploads and checks under way finish, ends 100 streams cleanly, takes nothing new and exits with 0', async () => {
  const database = await createServerDatabase()
  const settings = { databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 }
  const store = await connectStore(settings)
  await prepare(store)
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-term-'))
  const server = await serverProcess({ DATABASE_URL: database.url, DATA_DIR: dataDir })
  await server.start()
  const headers = await signIn(server.url)

  // 100 streams
  const streams = await Promise.all(Array.from({ length: 100 }, () => fetch(`${server.url}/api/events`)))
  const streamEnds = streams.map(async ({ body }) => {
    for await (const _ of body!);
    return 'ended'
  })
  // a write that has to wait for a lock
  const holder = new pg.Client({ connectionString: database.url })
  await holder.connect()
  await holder.query('begin; select * from event_head for update')
  const write = fetch(`${server.url}/api/sites`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(SITE) })
  // an upload that is half there
  const upload = request(`${server.url}/api/check`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } })
  const uploaded = new Promise<{ status: number; lines: number }>((resolve, reject) => {
    upload.on('error', reject).on('response', async (response) => {
      let text = ''
      for await (const part of response) text += String(part)
      resolve({ status: response.statusCode ?? 0, lines: text.trim().split('\n').length })
    })
  })
  for (let n = 0; n < 50; n++) upload.write(`${JSON.stringify({ id: n, lng, lat })}\n`)
  // clients that ask and ask
  const counts = { answered: 0, refused: 0, other: [] as number[] }
  let going = true
  const clients = Array.from({ length: 50 }, async () => {
    while (going) {
      const response = await fetch(`${server.url}/api/check?lng=${lng}&lat=${lat}`).catch(() => null)
      if (response === null) {
        counts.refused += 1
        await pause(20)
      } else if (response.status === 200 || response.status === 503) {
        await response.text()
        counts.answered += 1
      } else counts.other.push(response.status)
    }
  })
  while (counts.answered <= 50) await pause(20) // however slow the machine is
  await pause(700)
  const stopping = server.stop()
  await pause(500)
  for (let n = 50; n < 60; n++) upload.write(`${JSON.stringify({ id: n, lng, lat })}\n`)
  upload.end()
  await holder.query('rollback')
  await holder.end()

  const made = await write
  expect([201, 503]).toContain(made.status)
  expect(await uploaded).toEqual({ status: 200, lines: 60 })
  expect(await Promise.all(streamEnds)).toEqual(Array.from({ length: 100 }, () => 'ended'))
  expect(await stopping).toBe(0)
  going = false
  await Promise.all(clients)
  expect(counts.other).toEqual([])
  expect(counts.refused).toBeGreaterThan(0)
  const { n } = await store.db.selectFrom('sites').select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  expect(n).toBe(made.status === 201 ? 1 : 0)
  expect(await integrityFindings(store.db)).toEqual([])
  say('F08', `exit 0 with 100 streams, 1 waiting write (${made.status}), 1 half upload, ${counts.answered} checks answered`)
  await store.close()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
