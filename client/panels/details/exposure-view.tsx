import type { ExposureFigures } from '#shared/schema/exposure.ts'
import { formatArea, formatDay, formatNumber } from '../../i18n/format.ts'
import { basisName } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'

/** People, households, buildings and key places, each with its range, base, method, source and date. */
export function ExposureView({ app, exposure }: { app: Pick<App, 'status'>; exposure: ExposureFigures }) {
  const { t, lang } = useText()
  const n = (value: number) => formatNumber(value, lang)
  const { people, peopleRange, households, buildings, areaM2, places, bases, warnings } = exposure
  // of a ground smaller than a few cells of population no single number can be trusted
  const rangeOnly = warnings.includes('tiny_zone_range_only')
  return (
    <>
      <div class="big-number" data-people={people}>{rangeOnly ? `${n(peopleRange.low)} – ${n(peopleRange.high)}` : n(people)}<small>{t.peopleUnit}</small></div>
      {!rangeOnly && peopleRange.low !== peopleRange.high && <p class="range">{t.details.range(n(peopleRange.low), n(peopleRange.high))}</p>}
      <dl class="figures">
        <div><dt>{t.details.households}</dt><dd>{households === null ? t.unknown : n(households)}</dd></div>
        <div><dt>{t.details.buildings}</dt><dd>{n(buildings)}</dd></div>
        <div><dt>{t.details.area}</dt><dd>{formatArea(areaM2, lang)}</dd></div>
      </dl>
      {warnings.map((code) => <p key={code} class="note warn spaced">{t.warning[code] ?? code}</p>)}
      {places.length > 0 && (
        <ul class="chips spaced" aria-label={t.details.keyPlaces}>
          {places.map(({ kind, count }) => <li key={kind} class="chip">{(t.place as Record<string, string>)[kind] ?? kind}<b>{n(count)}</b></li>)}
        </ul>
      )}
      {bases.map((base) => (
        <p key={`${base.source}${base.basis}${base.method}`} class="source">
          {[t.basis[base.basis], t.method[base.method], basisName(lang, base.title, app.status.current.value?.datasets ?? []), formatDay(base.date, lang)].join(' · ')}
        </p>
      ))}
    </>
  )
}
