import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import type { BenchFile } from './bench-file.ts'
import type { BenchResult } from './bench-result.ts'

const BEGIN = '<!-- bench: written by `npm run bench -- readme` -->'
const END = '<!-- /bench -->'

/** Writes the measured table between its marks in README.md. @throws Error where the marks are missing */
export function writeReadmeTable(measured: BenchFile): void {
  const path = join(rootDir, 'README.md')
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`README.md has no lines ${BEGIN} and ${END}`)
  writeFileSync(path, `${text.slice(0, from)}${BEGIN}\n${readmeTable(measured)}${text.slice(to)}`)
}

/** Every part as rows of one Markdown table, under the machines that they were measured on. */
export function readmeTable(measured: BenchFile): string {
  const parts = Object.entries(measured).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const machines = [...new Set(parts.map(([, { machine }]) => machine))]
  const where = (machine: string) => (machines.length === 1 ? '' : ` (machine ${machines.indexOf(machine) + 1})`)
  return [
    ...machines.map((machine, i) => (machines.length === 1 ? `Measured on ${machine}.` : `Machine ${i + 1}: ${machine}.`)),
    '',
    '| measured | here | beside | times better | bar |',
    '|---|--:|---|--:|---|',
    ...parts.flatMap(([part, { machine, at, results }]) => [`| **${part}**${where(machine)}, ${at.slice(0, 10)} | | | | |`, ...results.map(row)]),
    '',
  ].join('\n')
}

function row({ name, unit, ours, other, otherName, ratio, spread, bar, reached }: BenchResult): string {
  const here = `${short(ours)} ${unit}${spread === null ? '' : ` ± ${(100 * spread).toFixed(0)} %`}`
  const beside = other === null ? '' : `${otherName}: ${short(other)}`
  const judged = bar === undefined ? '' : `${short(bar)} ${reached ? 'reached' : '**not reached**'}`
  return `| ${name} | ${here} | ${beside} | ${ratio === null ? '' : short(ratio)} | ${judged} |`
}

/** A number with three digits that count. */
export function short(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}
