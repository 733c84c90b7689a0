import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { AuditEntry } from '#shared/schema/audit.ts'
import type { Problem } from '#shared/schema/problem.ts'
import { formatMoment } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const EMPTY = { q: '', noun: '', since: '', until: '' }
const dayStart = (day: string) => (day === '' ? undefined : new Date(`${day}T00:00:00`).toISOString())
const dayEnd = (day: string) => (day === '' ? undefined : new Date(new Date(`${day}T00:00:00`).getTime() + 86_400_000).toISOString())

/** The audit log, the newest first, searched as one types. */
export function AuditTab({ app }: { app: App }) {
  const { t, lang } = useText()
  const filter = useSignal(EMPTY)
  const items = useSignal<readonly AuditEntry[] | null>(null)
  const nouns = useSignal<readonly string[]>([])
  const next = useSignal<string | null>(null)
  const problem = useSignal<Problem | null>(null)
  const load = async (cursor?: string) => {
    const asked = filter.value
    const { q, noun, since, until } = asked
    const answer = await app.admin.audit({ q: q.trim() || undefined, noun: noun || undefined, since: dayStart(since), until: dayEnd(until), cursor })
    if (asked !== filter.value) return // what was typed since is on its way
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    items.value = cursor === undefined ? answer.value.items : [...(items.value ?? []), ...answer.value.items]
    next.value = answer.value.next
    nouns.value = answer.value.nouns
  }
  const set = (patch: Partial<typeof EMPTY>) => {
    filter.value = { ...filter.value, ...patch }
    void load()
  }
  useEffect(() => void load(), [])
  const options = [{ value: '', text: t.admin.allNouns }, ...nouns.value.map((noun) => ({ value: noun, text: noun }))]
  return (
    <>
      <div class="audit-filter">
        <TextField label={t.admin.search} value={filter.value.q} onInput={(q) => set({ q })} />
        <SelectField label={t.admin.noun} value={filter.value.noun} options={options} onChange={(noun) => set({ noun })} />
        <TextField label={t.admin.since} type="date" value={filter.value.since} onInput={(since) => set({ since })} />
        <TextField label={t.admin.untilDay} type="date" value={filter.value.until} onInput={(until) => set({ until })} />
      </div>
      <ProblemNote problem={problem.value} />
      {items.value?.length === 0 && <p class="note">{t.admin.noEvents}</p>}
      {items.value !== null && items.value.length > 0 && (
        <div class="table-scroll tall">
          <table class="table">
            <thead><tr><th>{t.admin.seq}</th><th>{t.admin.time}</th><th>{t.admin.what}</th><th>{t.admin.subjectOf}</th><th>{t.admin.by}</th><th>{t.admin.details}</th></tr></thead>
            <tbody>
              {items.value.map((entry) => (
                <tr key={entry.seq}>
                  <td class="mono">{entry.seq}</td>
                  <td class="moment">{formatMoment(entry.at, lang)}</td>
                  <td><span class="mono">{entry.noun}.{entry.verb}</span>{entry.public && <span class="badge good">{t.admin.publicEvent}</span>}</td>
                  <td class="mono">{entry.subject}</td>
                  <td>{inLang(lang, entry.actor)}</td>
                  <td class="payload mono" title={entry.hash}>{JSON.stringify(entry.payload)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="bar">
        {next.value !== null && <button type="button" class="button" onClick={() => void load(next.value!)}>{t.admin.more}</button>}
        <span class="grow" />
        <a class="button" href="/api/audit.ndjson" download>{t.admin.exportAll}</a>
      </div>
    </>
  )
}
