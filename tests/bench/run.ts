import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchResult } from './bench-result.ts'

// `node --import tsx tests/bench/run.ts [part …]`: runs tests/bench/<part>/*.bench.ts, all parts when none is named.
// Each exports run(): Promise<BenchResult[]>. Prints a table and writes dist/bench.json.

const root = import.meta.dirname
const asked = process.argv.slice(2)
const parts = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (asked.length === 0 || asked.includes(entry.name)))
  .map((entry) => entry.name)
for (const name of asked) if (!parts.includes(name)) throw new Error(`no benchmark is called ${name}: see ${root}`)

const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.version}`
console.log(machine)
const results: Record<string, BenchResult[]> = {}
for (const part of parts) {
  for (const file of readdirSync(join(root, part)).filter((name) => name.endsWith('.bench.ts')).toSorted()) {
    const { run } = (await import(pathToFileURL(join(root, part, file)).href)) as { run(): Promise<BenchResult[]> }
    console.log(`\n${part}/${file}`)
    const found = await run()
    for (const result of found) console.log(lineOf(result))
    results[part] = [...(results[part] ?? []), ...found]
  }
}
mkdirSync('dist', { recursive: true })
writeFileSync(join('dist', 'bench.json'), JSON.stringify({ machine, at: new Date().toISOString(), results }, null, 2))

function lineOf({ name, unit, ours, other, otherName, ratio, spread, bar, reached }: BenchResult): string {
  const cells = [
    name.padEnd(58),
    `${number(ours)}${spread === null ? '' : ` ±${(100 * spread).toFixed(0)} %`} ${unit}`.padEnd(24),
    other === null ? ''.padEnd(48) : `${otherName} ${number(other)}`.padEnd(48),
    (ratio === null ? '' : `× ${number(ratio)}`).padEnd(10),
    bar === undefined ? '' : `bar ${bar} ${reached ? 'reached' : 'NOT REACHED'}`,
  ]
  return cells.join(' ').trimEnd()
}

function number(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value.toPrecision(3)
}
