import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AskedCheck } from '../../support/checker.ts'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'

const FEATURES = 100_000
const VERTICES = 50_000
const ALONE_MS = 10_000
/** After the import the figures and the address index are made anew. */
const AFTER_MS = 10_000
const BAR_MS = 20

const started = (module: URL, args: string[], env = process.env) =>
  fork(fileURLToPath(module), args, { execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Checks while 100,000 addresses are imported and a line of 50,000 corners is previewed over and over. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'sanqu-blocking-'))
  const children: ChildProcess[] = []
  const start = (...args: Parameters<typeof started>) => {
    const child = started(...args)
    children.push(child)
    return child
  }
  try {
    const url = cluster.url('postgres')
    const server = start(new URL('./planning-server.ts', import.meta.url), [url])
    const [{ port, cookie }] = (await once(server, 'message')) as [{ port: number; cookie: string }]
    const checker = start(new URL('../../support/checker.ts', import.meta.url), [String(port), String(server.pid)])
    const times = async () => {
      checker.send('times')
      return ((await once(checker, 'message')) as [AskedCheck[]])[0].map(({ took }) => took)
    }
    await pause(2_000)
    await times()
    await pause(ALONE_MS)
    const alone = await times()
    const file = join(folder, 'addresses.geojsonl')
    writeFileSync(file, addresses())
    const importing = start(new URL('../../../server/cli.ts', import.meta.url), ['import', 'addresses', file, '--as-of', '2026-01-01'], { ...process.env, DATABASE_URL: url })
    let running = true
    const previews = previewUntil(() => !running, port, cookie)
    const [code] = (await once(importing, 'exit')) as [number]
    if (code !== 0) throw new Error(`the import ended with code ${code}`)
    await pause(AFTER_MS)
    running = false
    const previewed = await previews
    const during = await times()
    return [
      line('check p99 alone', percentile(alone, 0.99)),
      { ...line(`check p99, ${FEATURES} features imported, ${previewed} × ${VERTICES} corners previewed`, percentile(during, 0.99)), bar: BAR_MS, reached: percentile(during, 0.99) <= BAR_MS },
      line('check median meanwhile', percentile(during, 0.5)),
      line('slowest check meanwhile', Math.max(...during)),
    ]
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const line = (name: string, ours: number): BenchResult => ({ name, unit: 'ms', ours, other: null, otherName: null, ratio: null, spread: null })
const percentile = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1]!

/** Previews one line again and again until told to stop; returns how often. */
async function previewUntil(done: () => boolean, port: number, cookie: string): Promise<number> {
  const body = JSON.stringify({ kind: 'sealed', definition: { type: 'drawn', geometry: { type: 'Polygon', coordinates: [wavyRing()] } } })
  let count = 0
  for (; !done(); count++) {
    const response = await fetch(`http://127.0.0.1:${port}/api/preview`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body })
    const { byteLength } = await response.arrayBuffer()
    if (response.status !== 200 || byteLength === 0) throw new Error(`a preview answers ${response.status}`)
  }
  return count
}

function wavyRing(): [number, number][] {
  const ring = Array.from({ length: VERTICES }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / VERTICES
    const reach = 0.008 * (1 + 0.05 * Math.sin(40 * angle))
    return [Number((109.515 + reach * Math.cos(angle)).toFixed(7)), Number((34.515 + reach * Math.sin(angle)).toFixed(7))]
  })
  return [...ring, ring[0]!]
}

function addresses(): string {
  const random = seededRandom(3)
  return Array.from({ length: FEATURES }, (_, id) => {
    const coordinates = [109.5 + 0.08 * random(), 34.5 + 0.04 * random()].map((degrees) => Number(degrees.toFixed(7)))
    const [street, number] = [`第${Math.floor(id / 200) + 1}大街`, String((id % 200) + 1)]
    return JSON.stringify({ type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties: { text: `${street}${number}号`, street, number } })
  }).join('\n')
}
