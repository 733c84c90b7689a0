import type { Static } from 'typebox'
import type { AddressCandidate } from '#shared/schema/check.ts'
import { useText } from '../i18n/use-text.ts'
import type { Asked } from './create-check.ts'

/** Addresses that may be meant; choosing one asks again for its very place. */
export function Candidates({ candidates, onChoose }: { candidates: readonly Static<typeof AddressCandidate>[]; onChoose: (place: Asked) => void }) {
  const { t } = useText()
  return (
    <section>
      <h3>{t.check.candidates}</h3>
      <ul class="candidates">
        {candidates.map(({ text, lng, lat }) => (
          <li key={`${text}${lng}${lat}`}><button type="button" class="button wide" onClick={() => onChoose({ type: 'place', text, at: [lng, lat] })}>{text}</button></li>
        ))}
      </ul>
    </section>
  )
}
