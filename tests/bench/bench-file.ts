import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import type { BenchResult } from './bench-result.ts'

/** What was measured, part by part: parts that were run at another time, or on another machine, say so themselves. */
export type BenchFile = Record<string, { machine: string; at: string; results: BenchResult[] }>

const path = join(rootDir, 'dist', 'bench.json')

export const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`

/** All that was measured so far. */
export const readBenchFile = (): BenchFile => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchFile) : {})

/** Puts a part's results in the place of those it had before. */
export function keepResults(part: string, results: BenchResult[]): void {
  mkdirSync(join(rootDir, 'dist'), { recursive: true })
  const all = { ...readBenchFile(), [part]: { machine, at: new Date().toISOString(), results } }
  writeFileSync(path, JSON.stringify(all, null, 2))
}
