import type { Readiness, WhatIfChange } from '#shared/schema/readiness.ts'
import { formatDay } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import { KindSwatch } from '../kind-swatch.tsx'

type Field = WhatIfChange['changed'][number]

/** One zone that another pack would change: both sides, and the reasons. */
export function WhatIfChangeView({ change, onShow }: { change: WhatIfChange; onShow: () => void }) {
  const { t, lang } = useText()
  const { zone_id: id, kind, current, proposed, changed, why } = change
  const side = ({ level, status, target, earliest }: Readiness): [Field, string][] => [
    ['level', level?.title[lang] ?? t.rules.noLevel],
    ['status', t.rules.status[status]],
    ...(target === null ? [] : [['target', `→ ${target.title[lang]}`] as [Field, string]]),
    ...(earliest === null ? [] : [['earliest', t.rules.earliest(formatDay(earliest, lang))] as [Field, string]]),
  ]
  const [before, after] = [side(current), side(proposed)]
  return (
    <article class="change" data-kind={kind} data-zone={id}>
      <button type="button" class="name" onClick={onShow}><KindSwatch kind={kind} />{nameIn(lang, change)} <span class="mono muted">{id}</span></button>
      <div class="sides">
        {([[t.rules.now, before], [t.rules.proposed, after]] as const).map(([title, values]) => (
          <div key={title}>
            <span class="muted small">{title}</span>
            <span>{values.map(([field, text]) => <span key={field} class={changed.includes(field) ? 'value differs' : 'value'}>{text}</span>)}</span>
          </div>
        ))}
      </div>
      {why.length > 0 && <ul class="why">{why.map((text) => <li key={text.en}>{text[lang]}</li>)}</ul>}
    </article>
  )
}
