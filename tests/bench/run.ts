import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { keepResults, machine, readBenchFile } from './bench-file.ts'
import type { BenchResult } from './bench-result.ts'
import { short, writeReadmeTable } from './readme-table.ts'

// `npm run bench`: runs every tests/bench/<part>/*.bench.ts, prints a table, keeps the results in dist/bench.json and writes
// the README's table from it. `npm run bench -- check tiles`: runs these parts and keeps what the others gave before.
// `npm run bench -- readme`: writes the README's table from what is kept. Each file exports run(): Promise<BenchResult[]>.

const README = 'readme'
const root = import.meta.dirname
const asked = process.argv.slice(2)
const all = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
const known = [...all, README]
for (const name of asked) if (!known.includes(name)) throw new Error(`no benchmark is called ${name}: ${known.join(', ')}`)
const parts = asked.length === 0 ? all : all.filter((name) => asked.includes(name))

if (parts.length > 0) console.log(machine)
for (const part of parts) {
  const results: BenchResult[] = []
  for (const file of readdirSync(join(root, part)).filter((name) => name.endsWith('.bench.ts')).toSorted()) {
    const { run } = (await import(pathToFileURL(join(root, part, file)).href)) as { run(): Promise<BenchResult[]> }
    console.log(`\n${part}/${file}`)
    const found = await run()
    for (const result of found) console.log(lineOf(result))
    results.push(...found)
  }
  keepResults(part, results)
}
if (asked.length === 0 || asked.includes(README)) writeReadmeTable(readBenchFile())

function lineOf({ name, unit, ours, other, otherName, ratio, spread, bar, reached }: BenchResult): string {
  const cells = [
    name.padEnd(58),
    `${short(ours)}${spread === null ? '' : ` ±${(100 * spread).toFixed(0)} %`} ${unit}`.padEnd(24),
    other === null ? ''.padEnd(48) : `${otherName} ${short(other)}`.padEnd(48),
    (ratio === null ? '' : `× ${short(ratio)}`).padEnd(10),
    bar === undefined ? '' : `bar ${short(bar)} ${reached ? 'reached' : 'NOT REACHED'}`,
  ]
  return cells.join(' ').trimEnd()
}
