import { isDeepStrictEqual } from 'node:util'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { REFERENCE_EXTENTS, type ReferenceExtent } from '../reference-zones.ts'
import { medianOf } from './medians.ts'
import { openReferenceApp } from './reference-app.ts'

const ROUNDS = 9
const POINTS = 10_000
const BAR = 0.5

/** POST /api/check with 10,000 points beside JSON.parse of the request and JSON.stringify of the answer, in turns. */
export async function run(): Promise<BenchResult[]> {
  return [await compare('box'), await compare('country')]
}

async function compare(extent: ReferenceExtent): Promise<BenchResult> {
  const app = await openReferenceApp(extent)
  const payload = JSON.stringify({ items: points(extent) })
  const ask = () => app.inject({ method: 'POST', url: '/api/check', headers: { 'content-type': 'application/json' }, payload })
  const answer = JSON.parse((await ask()).body) as { answers: CheckAnswer[] }
  await checkEach(app, payload, answer.answers)
  const [ours, other]: [number[], number[]] = [[], []]
  let length = 0
  for (let i = 0; i < ROUNDS; i++) {
    ours.push(await cpuMs(async () => (length += (await ask()).rawPayload.length)))
    other.push(await cpuMs(async () => (length += (JSON.parse(payload) as { items: [] }).items.length + JSON.stringify(answer).length)))
  }
  if (length === 0) throw new Error('nothing was answered')
  await app.close()
  const { median, spread } = medianOf(ours)
  const ratio = medianOf(other).median / median
  return {
    name: `POST /api/check with 10,000 points (${extent}), processor time`,
    unit: 'ms', ours: median, other: medianOf(other).median, otherName: 'JSON.parse + JSON.stringify', ratio, spread,
    bar: BAR, reached: ratio >= BAR,
  }
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** One by one the points get the same answers. */
async function checkEach(app: Awaited<ReturnType<typeof openReferenceApp>>, payload: string, answers: CheckAnswer[]): Promise<void> {
  const { items } = JSON.parse(payload) as { items: { lng: number; lat: number }[] }
  for (let i = 0; i < items.length; i += 97) {
    const { zone, others } = (await app.inject(`/api/check?lng=${items[i]!.lng}&lat=${items[i]!.lat}`)).json<CheckAnswer>()
    const same = isDeepStrictEqual([zone, others], [answers[i]!.zone, answers[i]!.others])
    if (!same) throw new Error(`point ${i} is answered otherwise alone`)
  }
}

function points(extent: ReferenceExtent): { id: number; lng: number; lat: number }[] {
  const random = seededRandom(11)
  const [west, south, east, north] = REFERENCE_EXTENTS[extent]
  return Array.from({ length: POINTS }, (_, id) => ({ id, lng: west + (east - west) * random(), lat: south + (north - south) * random() }))
}
