import { say } from '../faults/support/report.ts'

/** Counts what a test file has tried, by name, and tells it in one line. */
export function createTally() {
  const counts = new Map<string, number>()
  return {
    count: (name: string, times = 1) => void counts.set(name, (counts.get(name) ?? 0) + times),
    tell: (what: string) => say(what, [...counts].map(([name, times]) => `${times} × ${name}`).join(', ')),
  }
}
