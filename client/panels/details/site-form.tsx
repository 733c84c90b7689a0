import { useSignal } from '@preact/signals'
import type { Problem } from '#shared/schema/problem.ts'
import type { SiteContent } from '#shared/schema/site.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PanelHead } from './panel-head.tsx'

/** Adding a case site: a place, a date, a count; never a person. */
export function SiteForm({ app: { writer, sites, selection, toasts }, content }: { app: Pick<App, 'writer' | 'sites' | 'selection' | 'toasts'>; content: SiteContent }) {
  const { t } = useText()
  const problem = useSignal<Problem | null>(null)
  const tried = useSignal(false)
  const complete = content.place.trim() !== '' && content.on_date !== '' && content.cases >= 1
  const save = async () => {
    tried.value = true
    if (!complete) return
    const answer = await sites.create(content)
    if (!answer.ok) {
      problem.value = answer.problem
      return
    }
    writer.close()
    toasts.say(t.sites.saved)
    selection.select({ type: 'site', id: answer.value.id })
  }
  return (
    <>
      <PanelHead eyebrow={t.tabs.sites} title={t.sites.add} ident={t.sites.internal} onClose={writer.close} />
      <div class="scroll">
        <section class="section stack">
          <TextField label={t.sites.place} value={content.place} error={tried.value && content.place.trim() === '' ? t.planner.required : undefined} onInput={(place) => writer.writeSite({ place })} />
          <div class="two">
            <TextField label={t.sites.date} type="date" value={content.on_date} onInput={(on_date) => writer.writeSite({ on_date })} />
            <TextField label={t.sites.cases} type="number" min="1" value={String(content.cases)} onInput={(cases) => writer.writeSite({ cases: Math.max(0, Math.floor(Number(cases))) })} />
          </div>
          <ProblemNote problem={problem.value} />
        </section>
      </div>
      <footer class="panel-foot">
        <button type="button" class="button" onClick={writer.close}>{t.cancel}</button>
        <button type="button" class="button primary" onClick={() => void save()}>{t.save}</button>
      </footer>
    </>
  )
}
