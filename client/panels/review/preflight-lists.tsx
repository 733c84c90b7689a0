import type { ComponentChildren } from 'preact'
import type { Neighbour, Preflight } from '#shared/schema/preflight.ts'
import { formatArea, formatPercent } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'

const SHOWN = 12

/** What is gained, lost, cut, overlapped or left with a gap, by name. */
export function PreflightLists({ preflight }: { preflight: Preflight }) {
  const { t, lang } = useText()
  const neighbour = (zone: Neighbour, m2: number) => <>{nameIn(lang, zone)} <span class="unbroken">{zone.zone_id}</span> · {formatArea(m2, lang)}</>
  const lists: { what: string; tone?: 'warn'; items: ComponentChildren[] }[] = [
    { what: t.review.unitsGained, items: preflight.units_gained.map((unit) => nameIn(lang, unit)) },
    { what: t.review.unitsLost, items: preflight.units_lost.map((unit) => nameIn(lang, unit)) },
    { what: t.review.unitsSplit, tone: 'warn', items: preflight.units_split.map((unit) => `${nameIn(lang, unit)} ${formatPercent(unit.share, lang)}`) },
    {
      what: t.review.overlaps, tone: 'warn',
      items: preflight.neighbours.filter(({ overlap_m2 }) => overlap_m2 > 0).map((zone) => neighbour(zone, zone.overlap_m2)),
    },
    {
      what: t.review.gaps, tone: 'warn',
      items: preflight.neighbours.filter(({ gap_m2 }) => gap_m2 > 0).map((zone) => neighbour(zone, zone.gap_m2)),
    },
    { what: t.review.otherCounties, tone: 'warn', items: preflight.other_counties.map((county) => `${nameIn(lang, county)} ${formatPercent(county.share, lang)}`) },
  ]
  const filled = lists.filter(({ items }) => items.length > 0)
  if (filled.length === 0) return <p class="muted">{t.review.nothingCut}</p>
  return (
    <dl class="facts preflight-lists">
      {filled.map(({ what, tone, items }) => [
        <dt key={what}>{what}<span class="count">{items.length}</span></dt>,
        <dd key={`${what}-items`} class={tone === 'warn' ? 'warned' : ''}>{items.slice(0, SHOWN).map((item, i) => [i > 0 && (lang === 'zh' ? '、' : ', '), item])}{items.length > SHOWN && ` ${t.review.more(items.length - SHOWN)}`}</dd>,
      ])}
    </dl>
  )
}
