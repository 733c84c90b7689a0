import { isDeepStrictEqual } from 'node:util'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { REFERENCE_EXTENTS, type ReferenceExtent } from '../reference-zones.ts'
import { medianOf } from './medians.ts'
import { startCheckServer, type CheckServer } from './start-check-server.ts'

const ROUNDS = 9
const WARM = 3
const POINTS = 10_000
const BAR = 0.5

/** POST /api/check with 10,000 points beside JSON.parse of the request and JSON.stringify of the answer, in turns. */
export async function run(): Promise<BenchResult[]> {
  return [await compare('box'), await compare('country')]
}

async function compare(extent: ReferenceExtent): Promise<BenchResult> {
  const server = await startCheckServer(extent)
  try {
    const items = points(extent)
    const body = JSON.stringify({ items })
    const { answers } = JSON.parse(await post(server, '/api/check', body)) as { answers: CheckAnswer[] }
    await checkEach(server, items, answers)
    const [ours, other]: [number[], number[]] = [[], []]
    for (let i = -WARM; i < ROUNDS; i++) {
      const [check, json] = [await cpuMs(server, '/api/check', body), await cpuMs(server, '/bench/json', body)]
      if (i >= 0) ours.push(check)
      if (i >= 0) other.push(json)
    }
    const { median, spread } = medianOf(ours)
    const ratio = medianOf(other).median / median
    return {
      name: `POST /api/check with 10,000 points (${extent}), processor time`,
      unit: 'ms', ours: median, other: medianOf(other).median, otherName: 'JSON.parse + JSON.stringify', ratio, spread,
      bar: BAR, reached: ratio >= BAR,
    }
  } finally {
    server.stop()
  }
}

async function post({ url }: CheckServer, path: string, body: string): Promise<string> {
  const response = await fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' } })
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
  return response.text()
}

async function cpuMs(server: CheckServer, path: string, body: string): Promise<number> {
  const before = (await server.figures()).cpuMs
  await post(server, path, body)
  return (await server.figures()).cpuMs - before
}

/** One by one the points get the same answers. */
async function checkEach({ url }: CheckServer, items: { lng: number; lat: number }[], answers: CheckAnswer[]): Promise<void> {
  for (let i = 0; i < items.length; i += 97) {
    const { zone, others } = (await (await fetch(`${url}/api/check?lng=${items[i]!.lng}&lat=${items[i]!.lat}`)).json()) as CheckAnswer
    const same = isDeepStrictEqual([zone, others], [answers[i]!.zone, answers[i]!.others])
    if (!same) throw new Error(`point ${i} is answered otherwise alone`)
  }
}

function points(extent: ReferenceExtent): { id: number; lng: number; lat: number }[] {
  const random = seededRandom(11)
  const [west, south, east, north] = REFERENCE_EXTENTS[extent]
  return Array.from({ length: POINTS }, (_, id) => ({ id, lng: west + (east - west) * random(), lat: south + (north - south) * random() }))
}
