import { effect, signal } from '@preact/signals-core'
import type { Evidence, NewEvidence } from '#shared/schema/evidence.ts'
import type { Api } from '../api/create-api.ts'
import type { ReadinessState } from './readiness.ts'
import type { Selection } from './selection.ts'

/** The evidence of the selected zone, newest entry first, and what is added to it. */
export function createEvidence(
  api: Api,
  { selection, readiness, mayRead }: { selection: Selection; readiness: ReadinessState; mayRead: () => boolean },
) {
  const zone = signal<string | null>(null)
  const entries = signal<readonly Evidence[]>([])
  const load = async () => {
    const id = zone.peek()
    if (id === null) return
    const answer = await api.evidence.list(id)
    if (answer.ok && id === zone.peek()) entries.value = answer.value.items
  }
  effect(() => {
    const selected = selection.current.value
    const id = selected?.type === 'zone' && mayRead() ? selected.id : null
    if (id === zone.peek()) return
    zone.value = id
    entries.value = []
    void load()
  })
  const afterwards = async <T extends { ok: boolean }>(answer: T): Promise<T> => {
    if (answer.ok) await Promise.all([load(), readiness.load()])
    return answer
  }
  return {
    entries,
    /** After an event about a zone's evidence. */
    refresh: (id: string) => (id === zone.peek() ? load() : Promise.resolve()),
    enter: async (id: string, entry: NewEvidence) => afterwards(await api.evidence.enter(id, entry)),
    withdraw: async (id: string, entry: number, reason: string) => afterwards(await api.evidence.withdraw(id, entry, { reason })),
  }
}
