import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import { useText } from '../../i18n/use-text.ts'
import type { GateFault } from '../../state/gate-faults.ts'
import { TextField } from '../../ui/text-field.tsx'
import { TextPairs } from '../text-pairs.tsx'

type GateCardFieldsProps = { card: CheckpointContent['rule_card']; faults: ReadonlySet<GateFault>; onChange: (card: CheckpointContent['rule_card']) => void }

/** What a gate adds to its rule card: what is asked, who else may pass, when it is open, whom to call. */
export function GateCardFields({ card, faults, onChange }: GateCardFieldsProps) {
  const { t } = useText()
  const words = t.gate.card
  const { asks, passes = [], hours = null, duty_phone = null } = card
  const { remove } = t.planner.form
  const write = (patch: Partial<CheckpointContent['rule_card']>) => onChange({ ...card, ...patch })
  const writeHours = (patch: { from?: string; to?: string }) => {
    const next = { from: hours?.from ?? '', to: hours?.to ?? '', ...patch }
    write({ hours: next.from === '' && next.to === '' ? null : next })
  }
  return (
    <>
      <section class="section stack">
        <h3>{t.gates.asks}</h3>
        <TextPairs items={asks} labels={{ zh: t.gates.askZh, en: t.gates.askEn, add: t.gates.addAsk, remove }} showMissing={faults.has('asks')} onChange={(next) => write({ asks: next })} />
      </section>
      <section class="section stack">
        <h3>{words.extra}</h3>
        <div class="stack tight">
          <span class="label">{words.extraPasses}</span>
          <TextPairs items={passes} labels={{ zh: words.passZh, en: words.passEn, add: words.addPass, remove }} showMissing={faults.has('passes')} onChange={(next) => write({ passes: next })} />
        </div>
        <div class="two">
          <TextField label={words.from} type="time" value={hours?.from ?? ''} error={faults.has('hours') ? words.hoursWrong : undefined} onInput={(from) => writeHours({ from })} />
          <TextField label={words.to} type="time" value={hours?.to ?? ''} onInput={(to) => writeHours({ to })} />
        </div>
        <TextField label={words.phone} value={duty_phone ?? ''} hint={words.phoneHint} error={faults.has('phone') ? words.phoneWrong : undefined} onInput={(value) => write({ duty_phone: value === '' ? null : value })} />
      </section>
    </>
  )
}
