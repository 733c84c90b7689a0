import { useEffect } from 'preact/hooks'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Candidate } from '#shared/schema/candidates.ts'
import { formatArea, formatNumber } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { PanelHead } from '../details/panel-head.tsx'

/** The zones that could be taken round the chosen sites, side by side; pointing at one shows it on the map. */
export function CandidatesPanel({ app: { candidates, session, camera } }: { app: Pick<App, 'candidates' | 'session' | 'camera'> }) {
  const { t, lang } = useText()
  const found = candidates.found.value
  const shown = candidates.hovered.value
  useEffect(() => {
    if (shown) camera.fit(boundsOf(shown.geometry))
  }, [found])
  if (!found) return null
  const hover = (candidate: Candidate) => {
    if (candidates.hovered.value === candidate) return
    candidates.hovered.value = candidate
    camera.fit(boundsOf(candidate.geometry))
  }
  const places = ({ exposure }: Candidate) => exposure.places.reduce((sum, { count }) => sum + count, 0)
  const verdict = ({ level, sufficient, uncovered }: Candidate) =>
    level === found.smallest ? { text: t.smallest.best, tone: 'good' }
    : sufficient ? { text: t.smallest.larger, tone: '' }
    : { text: uncovered > 0 ? t.smallest.uncovered(uncovered) : t.smallest.exposes, tone: 'warn' }
  return (
    <>
      <PanelHead eyebrow={t.smallest.eyebrow(found.sites)} title={t.smallest.title} ident={t.smallest.hint} onClose={candidates.close} />
      <div class="scroll candidates">
        {found.items.length === 0 && <div class="empty"><strong>{t.smallest.none}</strong>{t.smallest.noneHint}</div>}
        {found.items.map((candidate) => {
          const { text, tone } = verdict(candidate)
          return (
            <section
              key={candidate.level} class="candidate" data-level={candidate.level} data-best={candidate.level === found.smallest} aria-current={shown === candidate} tabIndex={0}
              onMouseEnter={() => hover(candidate)} onFocus={() => hover(candidate)}
            >
              <header><h3>{t.smallest.level[candidate.level]}</h3><span class={`badge ${tone}`}>{text}</span></header>
              <p class="muted">{candidate.units.length === 0 ? t.smallest.footprints : candidate.units.map((unit) => nameIn(lang, unit)).join(lang === 'zh' ? '、' : ', ')}</p>
              <dl class="candidate-figures">
                <div><dd>{formatNumber(candidate.exposure.people, lang)}</dd><dt>{t.review.people}</dt></div>
                <div><dd>{candidate.exposure.households === null ? '–' : formatNumber(candidate.exposure.households, lang)}</dd><dt>{t.review.households}</dt></div>
                <div><dd>{formatNumber(places(candidate), lang)}</dd><dt>{t.smallest.places}</dt></div>
                <div><dd>{formatArea(candidate.exposure.areaM2, lang)}</dd><dt>{t.review.area}</dt></div>
                <div><dd>{formatNumber(Math.round(candidate.people_per_site), lang)}</dd><dt>{t.smallest.perSite}</dt></div>
              </dl>
              {session.canWrite.value && candidate.uncovered === 0 && <button type="button" class={candidate.level === found.smallest ? 'button primary small' : 'button small'} onClick={() => candidates.take(candidate)}>{t.smallest.take}</button>}
            </section>
          )
        })}
      </div>
      <p class="list-foot">{t.smallest.foot}</p>
    </>
  )
}
