import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import type { FormFaults } from '../../state/planner-form.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TextPairs } from '../text-pairs.tsx'
import { ScheduleFields } from './schedule-fields.tsx'

type LineField = 'name' | 'name_en' | 'number' | 'issuer' | 'date' | 'reason' | 'authority' | 'review_by' | 'earliest_lift'

/** The words of a zone: name, measures, legal basis, reason, authority, review. */
export function ZoneForm({ app }: { app: Pick<App, 'planner' | 'rules' | 'now'> }) {
  const { t, lang } = useText()
  const { planner, rules } = app
  const form = planner.form.value
  const faults: FormFaults = planner.tried.value ? planner.faults.value : {}
  const words = t.planner.form
  const error = (field: LineField | 'measures') => {
    const fault = faults[field]
    return fault === undefined ? undefined : fault === 'past' ? t.planner.reviewPast : t.planner.required
  }
  const line = (field: LineField, label: string, more: { type?: 'date' | 'datetime-local'; rows?: number } = {}) => (
    <TextField key={field} label={label} value={form[field]} error={error(field)} onInput={(value) => planner.write({ [field]: value })} {...more} />
  )
  return (
    <>
      <section class="section stack">
        <h3>{words.title}</h3>
        {line('name', words.name)}
        {line('name_en', words.nameEn)}
        {line('reason', words.reason, { rows: 2 })}
      </section>
      <section class="section stack tight">
        <h3>{words.measures}</h3>
        <TextPairs items={form.measures} labels={{ zh: words.measureZh, en: words.measureEn, add: words.addMeasure, remove: words.remove }} showMissing={planner.tried.value} onChange={(measures) => planner.write({ measures })} />
        {error('measures') !== undefined && <p class="note danger">{error('measures')}</p>}
      </section>
      <section class="section stack">
        <h3>{words.legal}</h3>
        {line('number', words.number)}
        <div class="two">{line('issuer', words.issuer)}{line('date', words.date, { type: 'date' })}</div>
        {line('authority', words.authority)}
      </section>
      <section class="section stack">
        <h3>{words.rulePack}</h3>
        <SelectField label={words.rulePack} value={form.rule_pack} options={rules.packs().map((pack) => ({ value: pack.id, text: pack.title[lang] }))} onChange={planner.setPack} />
        {line('review_by', words.reviewBy, { type: 'datetime-local' })}
        {line('earliest_lift', words.earliest, { type: 'date' })}
        <div class="field">
          <span class="label">{words.audience}</span>
          <Segments label={words.audience} value={form.audience} options={[{ value: 'public', text: words.public }, { value: 'internal', text: words.internal }]} onChange={(audience) => planner.write({ audience })} />
        </div>
      </section>
      <ScheduleFields app={app} />
    </>
  )
}
