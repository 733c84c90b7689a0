import { formatNumber } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import { RING_LEVELS, type RingLevel } from '../../state/area-rings.ts'
import type { App } from '../../state/create-app.ts'

type AreaRingsProps = { app: Pick<App, 'areaRings' | 'camera'> }

/** How the gates of counties, townships and villages are kept: each level opens to its areas, those with open crossings first. */
export function AreaRings({ app }: AreaRingsProps) {
  const { t } = useText()
  return (
    <section class="group area-rings" aria-label={t.ring.areas}>
      <h2>{t.ring.areas}<span class="sum">{t.ring.areasHint}</span></h2>
      {RING_LEVELS.map((level) => <Level key={level} app={app} level={level} />)}
    </section>
  )
}

function Level({ app: { areaRings, camera }, level }: AreaRingsProps & { level: RingLevel }) {
  const { t, lang } = useText()
  const items = areaRings.found.value[level]
  const sum = (pick: 'held' | 'total' | 'open') => (items ?? []).reduce((all, { ring }) => all + ring[pick], 0)
  return (
    <details data-level={level} onToggle={(event) => event.currentTarget.open && areaRings.want(level)}>
      <summary><span>{t.ring.level[level]}</span>{items && <span class={sum('open') > 0 ? 'ring-open' : 'muted'}>{t.ring.short(sum('held'), sum('total'))}</span>}</summary>
      {items === undefined ? <p class="muted">{t.loading}</p> : (
        <ul>
          {items.toSorted((a, b) => b.ring.open - a.ring.open).map(({ code, bounds, ring, ...names }) => (
            <li key={code}>
              <button type="button" onClick={() => camera.fit(bounds)}>
                <span>{nameIn(lang, names)}</span>
                <span class={ring.open > 0 ? 'ring-open' : 'muted'}>{formatNumber(ring.held, lang)}/{formatNumber(ring.total, lang)}{ring.open > 0 && ` · ${t.ring.areasOpen(ring.open)}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
