import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { REFERENCE_EXTENTS } from '../reference-zones.ts'
import { startCheckServer, type CheckServer } from './start-check-server.ts'

const POINTS = 1_000_000
const WARM_POINTS = 20_000
const LINES = 1_000
const BAR_MB = 150

/** A million points as NDJSON and as CSV: how much more memory the server holds meanwhile, and how fast they go. */
export async function run(): Promise<BenchResult[]> {
  const server = await startCheckServer('country')
  try {
    return [...(await stream(server, 'application/x-ndjson', 'NDJSON')), ...(await stream(server, 'text/csv', 'CSV'))]
  } finally {
    server.stop()
  }
}

async function stream(server: CheckServer, type: string, name: string): Promise<BenchResult[]> {
  await send(server, type, WARM_POINTS)
  const { residentBytes } = await server.figures()
  let peak = residentBytes
  const look = setInterval(() => void server.figures().then((now) => (peak = Math.max(peak, now.residentBytes))), 200)
  const began = performance.now()
  await send(server, type, POINTS)
  const seconds = (performance.now() - began) / 1000
  clearInterval(look)
  const grown = (peak - residentBytes) / 1e6
  const plain = { other: null, otherName: null, ratio: null, spread: null }
  return [
    { name: `${name}, 1 M points: resident growth`, unit: 'MB', ours: grown, ...plain, bar: BAR_MB, reached: grown <= BAR_MB },
    { name: `${name}, 1 M points: answers`, unit: 'points/s', ours: POINTS / seconds, ...plain },
  ]
}

/** Sends `count` points and makes sure that they are all answered, in order. */
async function send({ url }: CheckServer, type: string, count: number): Promise<void> {
  const outgoing = request(`${url}/api/check`, { method: 'POST', headers: { 'content-type': type } })
  const isCsv = type === 'text/csv'
  const answered = new Promise<void>((resolve, reject) => {
    outgoing.on('error', reject).on('response', (response) => {
      let next = isCsv ? -1 : 0
      createInterface({ input: response })
        .on('line', (line) => {
          const id = isCsv ? Number(line.slice(0, line.indexOf(','))) : next % 1_009 === 0 ? (JSON.parse(line) as CheckAnswer).id : next
          if (next >= 0 && id !== next) reject(new Error(`answer ${next} is that of ${id}`))
          next += 1
        })
        .on('close', () => (next === count ? resolve() : reject(new Error(`${next} of ${count} answered`))))
    })
  })
  Readable.from(lines(count, isCsv)).pipe(outgoing)
  await answered
}

function* lines(count: number, isCsv: boolean): Generator<string> {
  const random = seededRandom(5)
  const [west, south, east, north] = REFERENCE_EXTENTS.country
  if (isCsv) yield 'id,lng,lat\n'
  for (let from = 0; from < count; from += LINES) {
    let text = ''
    for (let id = from; id < Math.min(from + LINES, count); id++) {
      const [lng, lat] = [(west + (east - west) * random()).toFixed(6), (south + (north - south) * random()).toFixed(6)]
      text += isCsv ? `${id},${lng},${lat}\n` : `{"id":${id},"lng":${lng},"lat":${lat}}\n`
    }
    yield text
  }
}
