import type { Preflight } from '#shared/schema/preflight.ts'
import { formatArea, formatPercent } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'

const SHOWN = 12

/** What is gained, lost, cut, overlapped or left with a gap, by name. */
export function PreflightLists({ preflight }: { preflight: Preflight }) {
  const { t, lang } = useText()
  const lists: { what: string; tone?: 'warn'; items: string[] }[] = [
    { what: t.review.unitsGained, items: preflight.units_gained.map((unit) => nameIn(lang, unit)) },
    { what: t.review.unitsLost, items: preflight.units_lost.map((unit) => nameIn(lang, unit)) },
    { what: t.review.unitsSplit, tone: 'warn', items: preflight.units_split.map((unit) => `${nameIn(lang, unit)} ${formatPercent(unit.share, lang)}`) },
    {
      what: t.review.overlaps, tone: 'warn',
      items: preflight.neighbours.filter(({ overlap_m2 }) => overlap_m2 > 0).map((zone) => `${nameIn(lang, zone)} ${zone.zone_id} · ${formatArea(zone.overlap_m2, lang)}`),
    },
    {
      what: t.review.gaps, tone: 'warn',
      items: preflight.neighbours.filter(({ gap_m2 }) => gap_m2 > 0).map((zone) => `${nameIn(lang, zone)} ${zone.zone_id} · ${formatArea(zone.gap_m2, lang)}`),
    },
    { what: t.review.otherCounties, tone: 'warn', items: preflight.other_counties.map((county) => `${nameIn(lang, county)} ${formatPercent(county.share, lang)}`) },
  ]
  const filled = lists.filter(({ items }) => items.length > 0)
  if (filled.length === 0) return <p class="muted">{t.review.nothingCut}</p>
  return (
    <dl class="facts preflight-lists">
      {filled.map(({ what, tone, items }) => [
        <dt key={what}>{what}<span class="count">{items.length}</span></dt>,
        <dd key={`${what}-items`} class={tone === 'warn' ? 'warned' : ''}>{items.slice(0, SHOWN).join(lang === 'zh' ? '、' : ', ')}{items.length > SHOWN && ` ${t.review.more(items.length - SHOWN)}`}</dd>,
      ])}
    </dl>
  )
}
