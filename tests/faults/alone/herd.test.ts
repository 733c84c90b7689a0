import { get, type ClientRequest } from 'node:http'
import pg from 'pg'
import { expect, it } from 'vitest'
import { pause } from '../../support/rounds.ts'
import { say } from '../support/report.ts'
import { servedDatabase } from '../support/served-database.ts'

const CLIENTS = 1_000

it('F34: a thousand streams that come again at once after a restart are all served within 30 s, with few connections to the database', async () => {
  const { server, databaseUrl, end } = await servedDatabase()
  const lastIds = new Map<number, string>()
  const requests = new Set<ClientRequest>()
  let served = 0
  let stopped = false
  const open = (n: number) => {
    if (stopped) return
    let greeted = false
    const request = get(`${server.url}/api/events`, { headers: { accept: 'text/event-stream', ...(lastIds.has(n) && { 'last-event-id': lastIds.get(n)! }) }, agent: false }, (response) => {
      response.on('data', (part: Buffer) => {
        const id = /^id: (\d+)$/m.exec(part.toString())?.[1] ?? /: seq (\d+)/.exec(part.toString())?.[1]
        if (id !== undefined) lastIds.set(n, id)
        if (!greeted) served += 1
        greeted = true
      }).on('error', () => {}).on('close', again)
    })
    let told = false
    const again = () => {
      requests.delete(request)
      if (told) return
      told = true
      setTimeout(() => open(n), 100)
    }
    request.on('error', again)
    requests.add(request)
  }
  for (let n = 0; n < CLIENTS; n++) open(n)
  while (served < CLIENTS) await pause(50)
  served = 0
  await server.kill()
  await server.start()
  const began = performance.now()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let most = 0
  while (served < CLIENTS) {
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'sanqu%'")
    most = Math.max(most, rows[0]!.n)
    await pause(50)
  }
  const seconds = (performance.now() - began) / 1000
  say('F34', `${CLIENTS} streams served ${seconds.toFixed(1)} s after the restart, ${most} connections to the database at most`)
  expect(seconds).toBeLessThan(30)
  expect(most).toBeLessThanOrEqual(6)
  stopped = true
  for (const request of requests) request.destroy()
  await client.end()
  await end()
}, 240_000)
