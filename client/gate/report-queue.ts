import type { NewGateReport } from '#shared/schema/gate-report.ts'
import type { Problem } from '#shared/schema/problem.ts'

/** A report on this device: waiting, arrived, or refused for a reason that waiting does not mend. */
export type KeptReport = { gate: number; gateName: string; seq: number; report: NewGateReport; state: 'queued' | 'sent' | 'refused'; problem?: Problem }
export type ReportQueue = ReturnType<typeof createReportQueue>

const PREFIX = 'sanqu.gate.report.'
/** Sent reports that are still shown. */
const SHOWN = 20

/**
 * Reports in the browser's storage, each under a key of its own, so that two tabs never write over each other's. What is
 * put in is stored before the call returns; only reports that arrived are ever forgotten by themselves.
 */
export function createReportQueue(storage: Storage) {
  const all = (): KeptReport[] =>
    Array.from({ length: storage.length }, (_, i) => storage.key(i)!)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => parsed(storage.getItem(key)))
      .toSorted((a, b) => a.seq - b.seq)
  const write = (kept: KeptReport) => storage.setItem(PREFIX + kept.report.key, JSON.stringify(kept))
  const settle = (key: string, state: KeptReport['state'], problem?: Problem) => {
    const [kept] = parsed(storage.getItem(PREFIX + key))
    if (kept === undefined) return
    const { problem: _, ...rest } = kept
    write({ ...rest, state, ...(problem && { problem }) })
  }
  return {
    all,
    waiting: () => all().filter(({ state }) => state === 'queued'),
    add(gate: { id: number; name: string }, report: NewGateReport) {
      const seq = (all().at(-1)?.seq ?? 0) + 1
      write({ gate: gate.id, gateName: gate.name, seq, report, state: 'queued' })
    },
    sent(key: string) {
      settle(key, 'sent')
      for (const old of all().filter(({ state }) => state === 'sent').slice(0, -SHOWN)) storage.removeItem(PREFIX + old.report.key)
    },
    refused: (key: string, problem: Problem) => settle(key, 'refused', problem),
    again: (key: string) => settle(key, 'queued'),
    drop: (key: string) => storage.removeItem(PREFIX + key),
  }
}

function parsed(text: string | null): KeptReport[] {
  try {
    return text === null ? [] : [JSON.parse(text) as KeptReport]
  } catch {
    return []
  }
}
