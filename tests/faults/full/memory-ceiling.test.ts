import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rootDir } from '../../../server/root.ts'
import { connectStore } from '../../../server/store/connect.ts'
import { HOSTILE_AREAS } from '../../support/hostile-areas.ts'
import { pause } from '../../support/rounds.ts'
import { inside } from '../../server/live-fixture.ts'
import { drawn } from '../../server/zones-fixture.ts'
import { signIn } from '../support/planner-user.ts'
import { say } from '../support/report.ts'
import { servedDatabase } from '../support/served-database.ts'
import { verify } from '../support/verify.ts'
import { newLog, write } from '../support/writer.ts'

// an hour or two by hand, at a steady pace in place of as much as can be: SOAK_MINUTES=120
const SOAK = process.env['SOAK_MINUTES'] !== undefined
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 1)
const rest = (ms: number) => (SOAK ? pause(ms) : Promise.resolve())
const [lng, lat] = inside(1, 1)
const CHECK = `/api/check?lng=${lng}&lat=${lat}`

it(`F42, F49: ${MINUTES} minutes of writes, imports, tiles, checks, long lines and 500 streams in a heap of 256 MB: nothing dies, nothing is lost, memory comes back`, async () => {
  const { server, databaseUrl, settings, dataDir, end } = await servedDatabase({ NODE_OPTIONS: '--max-old-space-size=256' })
  const headers = await signIn(server.url)
  const residentMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, 'utf8'))![1]) / 1024
  let going = true
  const log = newLog()
  const counts = { checks: 0, streams: 0, tiles: 0, previews: 0, refused: 0, imports: 0, broken: [] as string[] }
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(server.url + path, { ...init, headers: { ...headers, ...init.headers } }).catch(() => null)
    await response?.arrayBuffer().catch(() => null)
    if (response === null || (response.status >= 500 && response.status !== 503)) counts.broken.push(`${path.slice(0, 30)} ${response?.status}`)
    if (response?.status === 503) counts.refused += 1
  }
  const checkTimes: number[] = []
  const over = new AbortController()
  const streams = Array.from({ length: 500 }, async (_, n) => {
    await rest(n * 40) // so that they do not come back all at once either
    for (; going; counts.streams++) {
      const stream = await fetch(`${server.url}/api/events`, { signal: AbortSignal.any([over.signal, AbortSignal.timeout(20_000)]) }).catch(() => null)
      await stream?.arrayBuffer().catch(() => null)
    }
  })
  const file = join(dataDir, 'places.geojson')
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 5_000 }, (_, id) => (
    { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lng + id * 1e-6, lat] }, properties: { kind: 'school', name: `学校 ${id}` } })) }))
  const line = JSON.stringify({ kind: 'sealed', definition: drawn(HOSTILE_AREAS['comb']!(50_000, [lng, lat], 0.004)) })
  const work = [
    ...Array.from({ length: 3 }, (_, n) => write(server.url, headers, `client ${n}`, log, () => rest(3_000).then(() => going))),
    (async () => {
      for (; going; counts.checks++) {
        const began = performance.now()
        await ask(CHECK)
        checkTimes.push(performance.now() - began)
        await rest(50)
      }
    })(),
    (async () => { for (; going; counts.tiles++) await rest(200).then(() => ask(`/tiles/zones/16/${52_700 + (counts.tiles % 20)}/${26_000 + (counts.tiles % 7)}.mvt`)) })(),
    (async () => { for (; going; counts.previews++) await rest(30_000).then(() => ask('/api/preview', { method: 'POST', headers: { 'content-type': 'application/json' }, body: line })) })(),
    (async () => {
      for (; going; counts.imports++) {
        await new Promise((resolve) => spawn(process.execPath, [join(rootDir, 'dist/faults/cli.js'), 'import', 'places', file, '--as-of', `2026-01-${10 + (counts.imports % 20)}`],
          { cwd: rootDir, env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: 'ignore' }).once('exit', resolve))
        await pause(SOAK ? 60_000 : 5_000)
      }
    })(),
  ]
  const resident: number[] = []
  for (let at = 0; at < MINUTES * 12; at++) {
    await pause(5_000)
    resident.push(residentMb())
  }
  going = false
  over.abort()
  await Promise.all([...work, ...streams])
  await pause(3_000)
  const after = residentMb()
  const third = Math.floor(resident.length / 3)
  const median = (some: number[]) => some.toSorted((a, b) => a - b)[some.length >> 1]!
  const [first, early, late] = [0, third, 2 * third].map((from) => median(resident.slice(from, from + third))) as [number, number, number]
  const slice = Math.floor(checkTimes.length / 3)
  const times = [0, slice, 2 * slice].map((from) => median(checkTimes.slice(from, from + slice)).toFixed(1))
  expect(counts.broken).toEqual([])
  expect(late).toBeLessThan(early * 1.25 + 50)
  const store = await connectStore(settings)
  const { lost, twice } = await verify(store, log)
  say('F42, F49', `${MINUTES} minutes: ${log.acks.length} changes, ${lost} lost, ${twice} twice, ${counts.checks} checks (median of each third ${times.join(', ')} ms), ${counts.streams} streams, ${counts.tiles} tiles, ${counts.previews} lines of 50,000 corners, ${counts.imports} imports, ${counts.refused} refused with 503; resident ${[first, early, late].map((mb) => mb.toFixed(0)).join(', ')} MB by thirds, ${after.toFixed(0)} MB after`)
  await store.close()
  await end()
}, 480_000 + MINUTES * 60_000)
