import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { openScreen } from './open-screen.ts'

const SCREENS = 1_000
const OPENING = 100
const CHANGES = 100
const WARM = 5
const BAR_MS = 80

/** From a commit to its arrival at the last of 1,000 screens, one of them stuck, on one server process. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  const server = fork(fileURLToPath(new URL('./feed-server.ts', import.meta.url)), [cluster.url('postgres')], { execArgv: ['--import', 'tsx'] })
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    const arrivals = new Map<number, { count: number; last: bigint }>()
    const arrived = (seq: number) => {
      const { count } = arrivals.get(seq) ?? { count: 0 }
      arrivals.set(seq, { count: count + 1, last: process.hrtime.bigint() })
    }
    for (let i = 0; i < SCREENS; i += OPENING) await Promise.all(Array.from({ length: OPENING }, () => openScreen(port, arrived)))
    await openScreen(port, null)
    const times: number[] = []
    for (let i = -WARM; i < CHANGES; i++) {
      server.send('commit')
      const [{ seq, at }] = (await once(server, 'message')) as [{ seq: number; at: string }]
      while (arrivals.get(seq)?.count !== SCREENS) await new Promise((resolve) => setTimeout(resolve, 2))
      if (i >= 0) times.push(Number(arrivals.get(seq)!.last - BigInt(at)) / 1e6)
    }
    const sorted = times.toSorted((a, b) => a - b)
    const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1]!
    const plain = { unit: 'ms', other: null, otherName: null, ratio: null }
    const spread = (at(0.75) - at(0.25)) / 2 / at(0.5)
    return [
      { name: 'commit → last of 1,000 screens, median', ours: at(0.5), spread, ...plain },
      { name: 'commit → last of 1,000 screens, p99', ours: at(0.99), spread: null, ...plain, bar: BAR_MS, reached: at(0.99) <= BAR_MS },
    ]
  } finally {
    server.kill()
    await once(server, 'exit')
    await cluster.stop()
  }
}
