import { formatArea, formatDay, formatMoment, formatNumber } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { RingBar } from './ring-bar.tsx'

type RingSectionProps = { app: Pick<App, 'rings' | 'camera' | 'session' | 'toasts'>; id: string }

/** Which roads leave the zone, who stands there, and who has signed for it. */
export function RingSection({ app: { rings, camera, session, toasts }, id }: RingSectionProps) {
  const { t, lang } = useText()
  const found = rings.crossings.value
  const least = rings.least.value
  if (found?.zone !== id) return null
  const { ring, crossings, orphans, roads, signature, list } = found
  const open = crossings.filter(({ state }) => state === 'open')
  const plan = async () => {
    const answer = await rings.plan(id)
    if (answer.ok) toasts.say(t.ring.planned(open.length))
    else toasts.refuse(answer.problem)
  }
  const sign = async () => {
    const answer = await rings.sign(id, list)
    if (!answer.ok) toasts.refuse(answer.problem)
  }
  const findLeast = async () => {
    if (least) return void (rings.least.value = null)
    const answer = await rings.findLeast(id)
    if (!answer.ok) toasts.refuse(answer.problem)
  }
  const share = roads.buildings === 0 ? 0 : roads.notSurveyed / roads.buildings
  return (
    <section class="section ring" aria-label={t.ring.title} data-open={ring.open}>
      <h3>{t.ring.title}</h3>
      {ring.total === 0 ? <p class="muted">{t.ring.none}</p> : <RingBar ring={ring} />}
      {open.length > 0 && (
        <ul class="crossings" aria-label={t.ring.open}>
          {open.map(({ at, name, nameEn, ref, vehicles, ferry, bridge }) => (
            <li key={at.join()}>
              <button type="button" onClick={() => camera.flyTo([...at], 17)}>
                <span class="name">{(lang === 'en' ? (nameEn ?? name) : name) ?? ref ?? t.ring.unnamed}</span>
                <span class="muted">{[vehicles ? t.ring.vehicles : t.ring.foot, ferry && t.ring.ferry, bridge && t.ring.bridge].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {orphans.length > 0 && <p class="note warn spaced">{t.ring.orphans(orphans.length)}</p>}
      {least && (
        <div class="note spaced" data-least={least.gates.length}>
          {least.gates.length < least.drawn.length ? (
            <>{t.ring.leastResult(least.drawn.length, least.gates.length)}<br />{t.ring.between(formatArea(least.between.areaM2, lang), formatNumber(least.between.people, lang))}</>
          ) : t.ring.leastSame(least.drawn.length)}
        </div>
      )}
      {session.canDraft.value && ring.total > 0 && (
        <div class="ring-actions">
          {open.length > 0 && <button type="button" class="button small" onClick={() => void plan()}>{t.ring.plan}</button>}
          <button type="button" class="button small" aria-pressed={least !== null} onClick={() => void findLeast()}>{least ? t.ring.leastHide : t.ring.least}</button>
          {!signature?.valid && <button type="button" class="button small" onClick={() => void sign()}>{t.ring.sign}</button>}
        </div>
      )}
      <p class={signature && !signature.valid ? 'source overdue' : 'source'}>
        {signature === null ? t.ring.unsigned : (signature.valid ? t.ring.signed : t.ring.fallen)(inLang(lang, signature.by), formatMoment(signature.at, lang))}
      </p>
      <p class="source">
        {roads.oldest === null ? t.ring.noData : t.ring.data(formatDay(roads.oldest, lang))}
        {roads.notSurveyed > 0 && <> · {t.ring.notSurveyed(`${share < 0.01 ? '<1' : Math.round(share * 100)} %`)}</>}
      </p>
    </section>
  )
}
