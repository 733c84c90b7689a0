import { formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Segments } from '../../ui/segments.tsx'
import { roadWords } from '../road-words.ts'
import { TooFar } from './too-far.tsx'

/** Who is cut off from care, what hangs on one stretch of road, and how far care is. */
export function AccessSection({ app: { rings, camera }, id }: { app: Pick<App, 'rings' | 'camera'>; id: string }) {
  const { t, lang } = useText()
  const access = rings.access.value
  if (rings.crossings.value?.zone !== id || access === null) return null
  const number = (value: number) => formatNumber(value, lang)
  const cut = access.cutOff
  const times = ({ places, medianMinutes, longestMinutes }: typeof access.designatedHospital) =>
    places === 0 || medianMinutes === null || longestMinutes === null ? t.ring.noWay : t.ring.minutes(number(Math.round(medianMinutes)), number(Math.round(longestMinutes)))
  const sum = (pick: (group: (typeof cut)[number]) => number) => cut.reduce((total, group) => total + pick(group), 0)
  return (
    <section class="section access" aria-label={t.ring.access}>
      <h3>{t.ring.access}</h3>
      <Segments label={t.ring.countedLabel} value={rings.closures.value} options={(['planned', 'in_place'] as const).map((value) => ({ value, text: t.ring.counted[value] }))} onChange={(value) => (rings.closures.value = value)} />
      {cut.length === 0 ? <p class="spaced">{t.ring.nobodyCut}</p> : (
        <div class="note danger spaced">
          <strong>{t.ring.cutOff(number(sum(({ people }) => people)), number(sum(({ buildings }) => buildings)))}</strong>
          <ul>
            {cut.slice(0, 5).map(({ at, streets, lost }) => (
              <li key={at.join()}>
                <button type="button" class="link" onClick={() => camera.flyTo([...at], 16.5)}>{streets.join(lang === 'zh' ? '、' : ', ') || t.ring.unnamed}</button>
                {lang === 'zh' ? '：' : ': '}{lost.map((care) => t.ring.lost[care]).join(lang === 'zh' ? '、' : ', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {access.singlePoints.length > 0 && (
        <ul class="crossings spaced">
          {access.singlePoints.slice(0, 5).map((point) => (
            <li key={point.at.join()}>
              <button type="button" onClick={() => camera.flyTo([...point.at], 16.5)}>
                <span class="name">{roadWords(t, lang, point)}</span>
                <span class="muted">{t.ring.single(number(point.people))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <dl class="facts spaced">
        <dt>{t.ring.hospital}</dt><dd class={access.designatedHospital.beyond.length > 0 ? 'overdue' : ''}>{times(access.designatedHospital)}</dd>
        <dt>{t.ring.quarantine}</dt><dd class={access.quarantineSite.beyond.length > 0 ? 'overdue' : ''}>{times(access.quarantineSite)}</dd>
        <dt>{t.ring.rooms}</dt><dd class={access.rooms.ready < access.rooms.needed ? 'overdue' : ''}>{t.ring.roomsOf(number(access.rooms.ready), number(access.rooms.needed))}</dd>
      </dl>
      <TooFar app={{ camera }} times={access.designatedHospital} title={t.ring.hospital} />
      <TooFar app={{ camera }} times={access.quarantineSite} title={t.ring.quarantine} />
    </section>
  )
}
