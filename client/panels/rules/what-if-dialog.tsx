import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { dateOfDay, dayOfMoment, endOfDay } from '#shared/rules/shanghai-day.ts'
import type { Problem } from '#shared/schema/problem.ts'
import type { WhatIf } from '#shared/schema/readiness.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PackFacts } from './pack-facts.tsx'
import { WhatIfChangeView } from './what-if-change.tsx'

/** A rule pack held against all zones in force: which would change, and why. It changes nothing. */
export function WhatIfDialog({ app }: { app: Pick<App, 'api' | 'rules' | 'dialogs' | 'selection' | 'zones' | 'now'> }) {
  const { t, lang } = useText()
  const packs = app.rules.packs()
  const chosen = useSignal(packs.at(-1)?.id ?? '')
  const today = dateOfDay(dayOfMoment(app.now()))
  const day = useSignal(today)
  const answer = useSignal<WhatIf | null>(null)
  const problem = useSignal<Problem | null>(null)
  useEffect(() => {
    if (day.value === '') return
    let stale = false
    answer.value = null
    void app.api.rules.whatIf(chosen.value, day.value === today ? undefined : endOfDay(day.value)).then((found) => {
      if (stale) return
      answer.value = found.ok ? found.value : null
      problem.value = found.ok ? null : found.problem
    })
    return () => void (stale = true)
  }, [chosen.value, day.value, app.zones.all.value])
  const pack = packs.find(({ id }) => id === chosen.value)
  const found = answer.value?.pack === chosen.value ? answer.value : null
  const footer = <button type="button" class="button" onClick={app.dialogs.close}>{t.close}</button>
  return (
    <Dialog title={t.rules.whatIfTitle} closeText={t.close} onClose={app.dialogs.close} footer={footer} wide>
      <p class="muted">{t.rules.whatIfHint}</p>
      <div class="two">
        <SelectField label={t.rules.pack} value={chosen.value} options={packs.map(({ id, title }) => ({ value: id, text: title[lang] }))} onChange={(id) => (chosen.value = id)} />
        <TextField label={t.rules.whatIfDay} type="date" value={day.value} hint={day.value < today ? t.rules.whatIfPast : day.value > today ? t.rules.whatIfFuture : t.rules.whatIfToday} onInput={(value) => (day.value = value)} />
      </div>
      {pack && <PackFacts pack={pack} planning={app.rules.catalogue.value?.planning ?? null} />}
      <ProblemNote problem={problem.value} />
      {!found && !problem.value && <p class="muted">{t.loading}</p>}
      {found && (
        <section class="stack tight what-if" aria-live="polite">
          <h3>{t.rules.changes(found.changes.length)} · {t.rules.unchanged(found.unchanged)}</h3>
          {found.changes.map((change) => (
            <WhatIfChangeView key={change.zone_id} change={change} onShow={() => { app.dialogs.close(); app.selection.select({ type: 'zone', id: change.zone_id }) }} />
          ))}
        </section>
      )}
    </Dialog>
  )
}
