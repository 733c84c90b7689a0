import { isLarger } from '#shared/review/candidate-levels.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { TextField } from '../../ui/text-field.tsx'

/** For which sites the ground was taken; a larger one than the smallest sufficient asks why. */
export function SmallestNote({ app: { planner } }: { app: Pick<App, 'planner'> }) {
  const { t } = useText()
  const { smallest, larger_reason } = planner.form.value
  if (!smallest) return null
  const larger = isLarger(smallest.level, smallest.smallest)
  const missing = planner.tried.value && planner.faults.value.larger_reason !== undefined
  const level = t.smallest.level[smallest.level]
  return (
    <section class="section stack tight">
      <h3>{t.smallest.title}</h3>
      <p>{t.smallest.taken(level)} <button type="button" class="button quiet small" onClick={() => planner.write({ smallest: null, larger_reason: '' })}>{t.smallest.forget}</button></p>
      {(larger || larger_reason !== '' || missing) && (
        <TextField
          label={t.smallest.reasonLabel(level, t.smallest.level[smallest.smallest])} value={larger_reason} rows={2}
          error={missing ? t.planner.required : undefined} onInput={(value) => planner.write({ larger_reason: value })}
        />
      )}
    </section>
  )
}
