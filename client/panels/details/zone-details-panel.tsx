import { boundsOf } from '#shared/geometry/bounds.ts'
import { labelPoint } from '#shared/geometry/label-point.ts'
import { formatArea, formatNumber, formatPlace } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { KindSwatch } from '../kind-swatch.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import { ReadinessView } from '../rules/readiness-view.tsx'
import { ExposureView } from './exposure-view.tsx'
import { PanelHead } from './panel-head.tsx'
import { AccessSection } from './access-section.tsx'
import { RingSection } from './ring-section.tsx'
import { PlannedFacts } from './planned-facts.tsx'
import { SupplySection } from './supply-section.tsx'
import { ZoneActions } from './zone-actions.tsx'
import { ZoneFacts } from './zone-facts.tsx'

/** Everything about one zone in force, as far as the reader may know it. */
export function ZoneDetailsPanel({ app, id, at }: { app: App; id: string; at?: [number, number] | undefined }) {
  const { t, lang } = useText()
  const zone = app.zones.all.value.get(id)
  const details = app.zoneDetails.value
  const close = () => app.selection.select(null)
  if (!zone) return <><PanelHead eyebrow={t.hit.zone} title={id} onClose={close} /><p class="section muted">{app.zones.loaded.value ? t.details.gone : t.loading}</p></>
  const { kind, measures, people, area_m2, version } = zone.properties
  const others = at ? app.zones.at(...at).filter((other) => other.properties.id !== id) : []
  return (
    <>
      <PanelHead
        kind={kind} title={nameIn(lang, zone.properties)} onClose={close}
        eyebrow={<><KindSwatch kind={kind} />{t.kind[kind]}{details?.audience === 'internal' && <span class="badge warn">{t.zones.internal}</span>}</>}
        ident={<><span class="mono">{id}</span> · {t.details.version(version)}</>}
      />
      <div class="scroll" tabIndex={0} role="region" aria-label={nameIn(lang, zone.properties)}>
        <section class="section" aria-label={t.details.affected}>
          <h3>{t.details.affected}</h3>
          {details?.id === id ? <ExposureView app={app} exposure={details.exposure} /> : (
            <>
              <div class="big-number" data-people={people}>{formatNumber(people, lang)}<small>{t.peopleUnit}</small></div>
              <p class="range">{t.details.area} {formatArea(area_m2, lang)}</p>
            </>
          )}
        </section>
        {app.moment.at.value === null && <><RingSection app={app} id={id} /><AccessSection app={app} id={id} /><SupplySection app={app} id={id} /></>}
        <section class="section" data-kind={kind}>
          <h3>{t.details.measures}</h3>
          <ul class="measures">{measures.map((measure) => <li key={measure.zh}>{measure[lang]}</li>)}</ul>
        </section>
        <section class="section"><ZoneFacts rules={app.rules} zone={zone.properties} details={details?.id === id ? details : null} now={app.moment.at.value ?? app.now()} /></section>
        <PlannedFacts app={app} id={id} />
        {app.moment.at.value === null && <ReadinessView app={app} zone={zone} />}
        <EvidenceLink app={app} at={at ?? labelPoint(zone.geometry)}>
          {app.session.canPublish.value && <button type="button" class="button quiet" onClick={() => app.dialogs.show('correction')}>{t.time.correction.open}</button>}
        </EvidenceLink>
        {at && (
          <section class="section">
            <h3>{t.details.here}</h3>
            <p class="mono">{formatPlace(...at)}</p>
            {others.length > 0 && (
              <div class="stack tight spaced">
                {others.map((other) => (
                  <div key={other.properties.id} class="verdict" data-kind={other.properties.kind}>
                    <span>{t.details.alsoHere}</span>
                    <button type="button" onClick={() => app.selection.select({ type: 'zone', id: other.properties.id, at })}>{nameIn(lang, other.properties)}</button>
                  </div>
                ))}
              </div>
            )}
          </section>
        )}
      </div>
      <ZoneActions app={app} zone={zone} onShow={() => app.camera.fit(boundsOf(zone.geometry))} />
    </>
  )
}
