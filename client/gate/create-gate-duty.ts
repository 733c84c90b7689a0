import { computed, signal } from '@preact/signals-core'
import type { CheckpointDetails, CheckpointFeature } from '#shared/schema/checkpoint.ts'
import type { GateNeed, GateQueue, GateReport, GateStatus } from '#shared/schema/gate-report.ts'
import type { RuleCardSheet } from '#shared/schema/rule-card.ts'
import type { SessionUser } from '#shared/schema/session.ts'
import { findPersonalData } from '#shared/text/personal-data.ts'
import type { Request } from '../api/request.ts'
import { readAll } from '../api/read-all.ts'
import { newKey } from '../api/send-once.ts'
import { coalesce } from '../state/coalesce.ts'
import { createDeviceClock } from './device-clock.ts'
import { remember } from './remember.ts'
import { createReportQueue } from './report-queue.ts'
import { sendReports, type Waiting } from './send-reports.ts'

export type GateDuty = ReturnType<typeof createGateDuty>
/** A gate as this page keeps it. */
export type DutyGate = { id: number; name: string; name_en: string | null; tier: CheckpointDetails['tier'] }

type Page = { features: CheckpointFeature[]; next: string | null }

/** What the gate officer's page knows and does; all of it works without a line once it has had one. */
export function createGateDuty(request: Request, storage: Storage, now: () => number) {
  const clock = createDeviceClock(storage, now)
  const queue = createReportQueue(storage)
  const user = signal<Pick<SessionUser, 'post'> | null>(null)
  const knownUser = remember<Pick<SessionUser, 'post'>>(storage, 'sanqu.gate.user')
  const gates = remember<DutyGate[]>(storage, 'sanqu.gate.gates')
  const gate = remember<DutyGate>(storage, 'sanqu.gate.chosen')
  const card = remember<RuleCardSheet>(storage, 'sanqu.gate.card')
  const cardIsFresh = signal(false)
  const kept = signal(queue.all())
  const waiting = signal<Waiting | null>(null)
  const form = { queue: signal<GateQueue>('none'), needs: signal<readonly GateNeed[]>([]), note: signal('') }

  const flush = coalesce(async () => {
    waiting.value = await sendReports(queue, async (id, report) => {
      const answer = await request<GateReport>('POST', `/api/checkpoints/${id}/reports`, { body: report, key: report.key })
      if (answer.ok) clock.hear(answer.date)
      kept.value = queue.all()
      return answer
    })
    if (waiting.value === 'signed_out') user.value = null
    kept.value = queue.all()
  })
  const loadSession = async () => {
    const answer = await request<SessionUser | null>('GET', '/api/session')
    if (!answer.ok) return void (waiting.value = 'offline')
    clock.hear(answer.date)
    user.value = answer.value
    if (answer.value !== null) knownUser.value = { post: answer.value.post }
    if (waiting.value === 'offline') waiting.value = null
  }
  const loadGates = async () => {
    const found = await readAll((cursor) => request<Page>('GET', '/api/checkpoints', { query: { cursor, limit: 1000 } }), (page) => page.features)
    if (found === null) return
    gates.value = found
      .filter(({ properties: { kind, state } }) => kind === 'gate' && state !== 'withdrawn')
      .map(({ properties: { id, name, name_en, tier } }) => ({ id, name, name_en, tier }))
  }
  const loadCard = async () => {
    const id = gate.value?.id
    if (id === undefined) return
    const answer = await request<RuleCardSheet>('GET', `/api/checkpoints/${id}/rule-card`)
    if (gate.value?.id !== id) return
    cardIsFresh.value = answer.ok
    if (answer.ok) card.value = answer.value
  }
  const renew = coalesce(async () => {
    await loadSession()
    if (user.value !== null) await flush()
    await Promise.all([user.value === null ? Promise.resolve() : loadGates(), loadCard()])
  })
  return {
    user, knownUser, gates, gate, card, cardIsFresh, kept, waiting, form, flush, renew,
    waitingCount: computed(() => kept.value.filter(({ state }) => state === 'queued').length),
    /** Whether the note may go out; the server has the last word. */
    noteIsPersonal: computed(() => findPersonalData(form.note.value).length > 0),
    choose(chosen: DutyGate | null) {
      gate.value = chosen
      card.value = null
      form.note.value = ''
      form.needs.value = []
      form.queue.value = 'none'
      void loadCard()
    },
    /** Writes a report down, on this device first, and sends it when it can be sent. */
    report(status: GateStatus) {
      const at = gate.value
      if (at === null) return
      const note = form.note.value.trim()
      const made_at = clock.now().toISOString()
      queue.add(at, { key: newKey(), status, queue: form.queue.value, needs: [...form.needs.value], made_at, ...(note !== '' && { note }) })
      form.note.value = ''
      kept.value = queue.all()
      void flush()
    },
    resend(key: string) {
      queue.again(key)
      kept.value = queue.all()
      void flush()
    },
    drop(key: string) {
      queue.drop(key)
      kept.value = queue.all()
    },
    async signOut() {
      const answer = await request<null>('DELETE', '/api/session')
      if (answer.ok) user.value = knownUser.value = null
      return answer
    },
  }
}
