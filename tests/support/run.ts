import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'
import { ensureSystemPackages } from './system-packages.ts'

// `npm test`: brings what the tests need, checks types, lint and dead code beside the suites, and ends with one plain
// line that says how many tests passed and failed. Arguments go to vitest: `npm test -- --project unit`.

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; success: boolean }

ensureSystemPackages()
const checking = run('npm', ['run', '--silent', 'check'])
const folder = mkdtempSync(join(tmpdir(), 'sanqu-report-'))
const file = join(folder, 'report.json')
const suites = await run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)])
const checks = await checking
const report = read(file)
rmSync(folder, { recursive: true, force: true })

const failed = (report?.numFailedTests ?? 0) + (checks ? 0 : 1)
// a suite that cannot even be loaded fails no test: it still counts
const broken = (report === null || !suites) && failed === 0 ? 1 : 0
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
const passed = (report?.numPassedTests ?? 0) + (checks ? 1 : 0)
console.log(`${passed} passed, ${failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(checks && suites ? 0 : 1)

function run(command: string, args: string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: rootDir, stdio: 'inherit' })
  return new Promise((resolve) => child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0)))
}

function read(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return null
  }
}
