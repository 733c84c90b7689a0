import { useSignal } from '@preact/signals'
import type { PlanGates } from '#shared/schema/roads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Segments } from '../../ui/segments.tsx'
import { TextPairs } from '../text-pairs.tsx'

type PlanGatesFormProps = { label: string; onPlan: (plan: PlanGates) => Promise<void>; blocked?: string | null }

/** A gate or a closure at every crossing meant, at once; a closure says how those behind it get out. */
export function PlanGatesForm({ label, onPlan, blocked = null }: PlanGatesFormProps) {
  const { t } = useText()
  const kind = useSignal<PlanGates['kind']>('gate')
  const egress = useSignal({ zh: '', en: '' })
  const tried = useSignal(false)
  const isBusy = useSignal(false)
  const isClosure = kind.value === 'closure'
  const plan = async () => {
    tried.value = true
    const isMissing = egress.value.zh.trim() === '' || egress.value.en.trim() === ''
    if (isClosure && isMissing) return
    isBusy.value = true
    await onPlan({ kind: kind.value, tier: 'village', ...(isClosure && { egress: egress.value }) })
    isBusy.value = false
  }
  return (
    <div class="stack tight plan-gates">
      <Segments label={t.gate.place.kindLabel} value={kind.value} options={(['gate', 'closure'] as const).map((value) => ({ value, text: t.gate.place.kind[value] }))} onChange={(next) => (kind.value = next)} />
      {isClosure && (
        <>
          <span class="label">{t.gate.place.egress}</span>
          <TextPairs items={[egress.value]} labels={{ zh: t.gate.place.egressZh, en: t.gate.place.egressEn, add: '', remove: '' }} fixed showMissing={tried.value} onChange={([text]) => text && (egress.value = text)} />
        </>
      )}
      <button type="button" class="button small" disabled={isBusy.value || blocked !== null} onClick={() => void plan()}>{label}</button>
      {blocked !== null && <p class="muted">{blocked}</p>}
    </div>
  )
}
