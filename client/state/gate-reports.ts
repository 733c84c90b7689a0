import { effect, signal } from '@preact/signals-core'
import type { GateReport } from '#shared/schema/gate-report.ts'
import type { Api } from '../api/create-api.ts'
import { coalesce } from './coalesce.ts'
import type { Selection } from './selection.ts'

/** A report as the command post reads it: how old it is, whether it still says something, and how late it arrived. */
export type GateReading = { report: GateReport; ageS: number; stale: boolean; lateS: number }

/** How often ages are said anew. */
export const AGE_TICK_MS = 30_000
const SHOWN = 6

/** Of the phone's moment and the server's the earlier: a fast clock makes no report of the future. */
export function readingOf(report: GateReport, staleAfterS: number, now: Date): GateReading {
  const [made, received] = [Date.parse(report.made_at), Date.parse(report.received_at)]
  const ageS = Math.max(0, (now.getTime() - Math.min(made, received)) / 1000)
  return { report, ageS, stale: ageS > staleAfterS, lateS: Math.max(0, (received - made) / 1000) }
}

/** The newest report of every gate, and the last few of the selected one. */
export function createGateReports(api: Api, { selection, signedIn, now }: { selection: Selection; signedIn: () => boolean; now: () => Date }) {
  const newest = signal<ReadonlyMap<number, GateReport>>(new Map())
  const staleAfterS = signal(Infinity)
  const ofSelected = signal<{ id: number; reports: readonly GateReport[] } | null>(null)
  const at = signal(now())
  const load = coalesce(async () => {
    if (!signedIn()) return void (newest.value = new Map())
    const answer = await api.gates.newestReports()
    if (!answer.ok) return
    at.value = now()
    staleAfterS.value = answer.value.stale_after_s
    newest.value = new Map(answer.value.items.map((report) => [report.checkpoint, report]))
  })
  effect(() => {
    const selected = selection.current.value
    const id = selected?.type === 'checkpoint' ? selected.id : null
    if (ofSelected.peek()?.id !== id) ofSelected.value = null
    if (id === null || !signedIn() || !newest.value.has(id)) return
    let stale = false
    void api.gates.reportsOf(id, SHOWN).then((answer) => {
      if (!stale && answer.ok) ofSelected.value = { id, reports: answer.value.items }
    })
    return () => void (stale = true)
  })
  const read = (report: GateReport) => readingOf(report, staleAfterS.value, at.value)
  return {
    load,
    tick: () => void (at.value = now()),
    newestOf(id: number): GateReading | null {
      const report = newest.value.get(id)
      return report === undefined ? null : read(report)
    },
    all: (): GateReading[] => [...newest.value.values()].map(read),
    lastOf: (id: number): GateReading[] => (ofSelected.value?.id === id ? ofSelected.value.reports.map(read) : []),
  }
}
