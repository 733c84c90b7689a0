import autocannon from 'autocannon'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { REFERENCE_EXTENTS } from '../reference-zones.ts'
import { medianOf } from './medians.ts'
import { startCheckServer, type CheckServer } from './start-check-server.ts'

// a round of a second differs from the next by a seventh
const ROUNDS = 36
const WARM = 2
const SECONDS = 1
const CONNECTIONS = 16
const BAR_REQUESTS = 0.85
const BAR_P99 = 1.5
const NAMES = ['constant', 'check', 'typical'] as const

/**
 * GET /api/check by point beside routes of the same server that answer the same always: a short JSON, and an answer as
 * long as that of a check. All are asked with the same query, in turns, server and client on a core each, and each round
 * is compared with the one beside it. The time that the server's process used for a request says the same on a busy machine.
 */
export async function run(): Promise<BenchResult[]> {
  const server = await startCheckServer()
  try {
    const check = pointPaths()
    // the same questions to each: a longer one costs the client and the server, and a slow client is the server's time, too
    const asking = (route: string) => check.map((path) => path.replace('/api/check', route))
    const paths = { check, constant: asking('/api/check/constant'), typical: asking('/api/check/typical') }
    const rounds = { check: [] as Round[], constant: [] as Round[], typical: [] as Round[] }
    for (let i = -WARM; i < ROUNDS; i++) {
      for (const name of NAMES) {
        const round = await load(server, paths[name])
        if (i >= 0) rounds[name].push(round)
      }
    }
    const of = (name: (typeof NAMES)[number], key: keyof Round) => medianOf(rounds[name].map((round) => round[key]))
    const compare = (name: string, unit: string, key: keyof Round, more: boolean, bar: number | null, beside: 'constant' | 'typical' = 'constant'): BenchResult => {
      const ratios = rounds.check.map((round, i) => (more ? round[key] / rounds[beside][i]![key] : rounds[beside][i]![key] / round[key]))
      const ratio = medianOf(ratios).median
      const otherName = beside === 'constant' ? 'constant route, same query' : 'constant route, same query, as long an answer'
      const result = { name, unit, ours: of('check', key).median, other: of(beside, key).median, otherName, ratio, spread: medianOf(ratios).spread }
      return bar === null ? result : { ...result, bar, reached: ratio >= bar }
    }
    return [
      compare('GET /api/check by point, 10,000 zones', 'requests/s', 'perSecond', true, BAR_REQUESTS),
      compare('the same, processor time of the server', 'µs/request', 'cpuMicros', false, BAR_REQUESTS),
      compare('the same, p99', 'ms', 'p99', false, 1 / BAR_P99),
      compare('GET /api/check by point, 10,000 zones', 'requests/s', 'perSecond', true, null, 'typical'),
      compare('the same, processor time of the server', 'µs/request', 'cpuMicros', false, null, 'typical'),
    ]
  } finally {
    server.stop()
  }
}

type Round = { perSecond: number; p99: number; cpuMicros: number }

async function load({ url, figures }: CheckServer, paths: readonly string[]): Promise<Round> {
  const before = await figures()
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, requests })
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed of ${url}`)
  const { cpuMs } = await figures()
  return { perSecond: result.requests.average, p99: result.latency.p99, cpuMicros: ((cpuMs - before.cpuMs) * 1000) / result.requests.total }
}

function pointPaths(): string[] {
  const random = seededRandom(7)
  const [west, south, east, north] = REFERENCE_EXTENTS.box
  return Array.from({ length: 2_000 }, () => {
    const [lng, lat] = [west + (east - west) * random(), south + (north - south) * random()]
    return `/api/check?lng=${lng.toFixed(6)}&lat=${lat.toFixed(6)}`
  })
}
