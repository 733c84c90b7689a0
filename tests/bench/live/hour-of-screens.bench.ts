import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../support/postgres.ts'
import type { BenchResult } from '../bench-result.ts'
import { openScreen } from './open-screen.ts'

const SCREENS = 100
/** A change every two seconds for an hour. */
const CHANGES = 1_800
/** Changes before it is measured: what is made on first use is there then. */
const WARM = 600
const BAR_MB = 5
const COMPILED_MS = 15_000

/** Memory of one server before and after the changes of an hour, which 100 screens take as quickly as they are made. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startPostgres()
  const server = fork(fileURLToPath(new URL('./feed-server.ts', import.meta.url)), [cluster.url('postgres')], { execArgv: ['--import', 'tsx', '--expose-gc'] })
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    let taken = 0
    await Promise.all(Array.from({ length: SCREENS }, () => openScreen(port, () => (taken += 1))))
    const ask = async <T>(what: string): Promise<T> => {
      server.send(what)
      return ((await once(server, 'message')) as [T])[0]
    }
    const hour = async (changes: number) => {
      taken = 0
      for (let i = 0; i < changes; i++) await ask('commit')
      while (taken < changes * SCREENS) await new Promise((resolve) => setTimeout(resolve, 20))
      return (await ask<{ heapBytes: number }>('memory')).heapBytes
    }
    // what nobody asked for is compiled ten seconds after a start (lazy-compilers.ts), and stays
    await new Promise((resolve) => setTimeout(resolve, COMPILED_MS))
    const before = await hour(WARM)
    const after = await hour(CHANGES)
    const grown = (after - before) / 1e6
    const plain = { unit: 'MB', other: null, otherName: null, ratio: null, spread: null }
    return [
      { name: `${SCREENS} screens, the ${CHANGES} changes of an hour: heap grown, collected`, ours: grown, ...plain, bar: BAR_MB, reached: grown <= BAR_MB },
      { name: 'the heap before', ours: before / 1e6, ...plain },
    ]
  } finally {
    server.kill()
    await once(server, 'exit')
    await cluster.stop()
  }
}
