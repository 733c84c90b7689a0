import { useSignal } from '@preact/signals'
import { CHECKPOINT_TIERS } from '#shared/vocabulary.ts'
import { nameIn } from '../i18n/names.ts'
import { useText } from '../i18n/use-text.ts'
import type { GateDuty } from './create-gate-duty.ts'

/** Which gate the officer stands at; the list is kept for where there is no line. */
export function PickGate({ duty: { gates, gate, waiting, choose }, onPicked }: { duty: GateDuty; onPicked: () => void }) {
  const { t, lang } = useText()
  const words = useSignal('')
  const wanted = words.value.trim().toLowerCase()
  const known = gates.value
  const all = known ?? []
  const shown = all
    .filter(({ name, name_en }) => `${name} ${name_en ?? ''}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => CHECKPOINT_TIERS.indexOf(a.tier) - CHECKPOINT_TIERS.indexOf(b.tier) || a.name.localeCompare(b.name, 'zh-CN'))
  return (
    <section class="pick">
      <h2>{t.gate.page.pick}</h2>
      {all.length > 8 && <input class="input" type="search" aria-label={t.gate.page.search} placeholder={t.gate.page.search} value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />}
      {shown.length === 0 ? <NoGate known={known !== null} isOffline={waiting.value === 'offline'} words={words.value.trim()} /> : (
        <ul>
          {shown.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === gate.value?.id} onClick={() => { choose(one); onPicked() }}>
                <span>{nameIn(lang, one)}</span><span class="muted">{t.tier[one.tier]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Why there is no gate to pick: the list is on its way, this phone never had it, or no name fits. */
function NoGate({ known, isOffline, words }: { known: boolean; isOffline: boolean; words: string }) {
  const { t } = useText()
  if (!known && !isOffline) return <p class="muted" role="status">{t.loading}</p>
  if (words !== '') return <div class="empty"><strong>{t.gate.page.noneOfName(words)}</strong></div>
  return <div class="empty"><strong>{t.gate.page.none}</strong>{!known && t.gate.page.noneHint}</div>
}
