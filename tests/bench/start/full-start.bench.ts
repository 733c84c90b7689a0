import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectStore } from '../../../server/store/connect.ts'
import type { BenchResult } from '../bench-result.ts'
import { median, spreadOf } from '../zone-index/measure.ts'
import { fillStore } from './fill-store.ts'
import { start, type Started } from './timed-start.ts'

const ZONES = 10_000
const ADDRESSES = 1_000_000
const STARTS = 3
const BAR_S = 8
const LOOK_MS = 50

/** Starts on the embedded engine with 10,000 zones and a million addresses, whose index an earlier start has stored. */
export async function run(): Promise<BenchResult[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-full-start-'))
  try {
    await (await start(dataDir)).stop()
    const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 0 })
    await fillStore(store, ZONES, ADDRESSES)
    await store.close()
    const first = await start(dataDir)
    const built = await untilAddresses(first)
    await first.stop()
    const [zones, addresses]: [number[], number[]] = [[], []]
    for (let i = 0; i < STARTS; i++) {
      const server = await start(dataDir)
      zones.push(server.ms / 1000)
      addresses.push(await untilAddresses(server))
      await server.stop()
    }
    const line = (name: string, values: number[]): BenchResult =>
      ({ name, unit: 's', ours: median(values), other: null, otherName: null, ratio: null, spread: spreadOf(values) })
    return [
      { ...line('start with 10,000 zones and 1 M addresses to the first check', zones), bar: BAR_S, reached: median(zones) <= BAR_S },
      { ...line('the same to the first check by address', addresses), bar: BAR_S, reached: median(addresses) <= BAR_S },
      line('the same when the address index is not yet stored', [built]),
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Seconds from the command to an answer that names an address. */
async function untilAddresses({ url, ms }: Started): Promise<number> {
  const began = performance.now()
  for (;;) {
    const answer = await fetch(`${url}/api/check?address=${encodeURIComponent('第1234大街56号')}`)
    const text = await answer.text()
    if (answer.ok && text.includes('"certainty":"exact"')) return (ms + performance.now() - began) / 1000
    if (answer.ok || answer.status !== 503) throw new Error(`an address is answered with ${answer.status}: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}
