import { formatPlace } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { inDistrict } from '../../state/in-district.ts'
import type { Selected } from '../../state/selection.ts'
import { Icon } from '../../ui/icon.tsx'
import { KindSwatch } from '../kind-swatch.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import { PanelHead } from './panel-head.tsx'

/** A place clicked or found: which zones cover it, by the same index as the server's answers. */
export function PointDetails({ app, point: { at, hit, units } }: { app: App; point: Extract<Selected, { type: 'point' }> }) {
  const { t, lang } = useText()
  const zones = app.zones.at(...at)
  const known = inDistrict(app.status.current.value?.bounds ?? null, at)
  const levels = (units ?? []).filter(({ level }) => !['province', 'prefecture'].includes(level))
  return (
    <>
      <PanelHead eyebrow={hit ? t.details.address : t.details.here} title={hit?.title ?? levels.at(-1)?.name ?? formatPlace(...at)} ident={hit?.subtitle} onClose={() => app.selection.select(null)} />
      <div class="scroll">
        <section class="section stack tight" aria-live="polite">
          {zones.length === 0 && <div class="verdict"><strong>{known ? t.details.notInZone : t.details.outside}</strong></div>}
          {zones.map((zone) => (
            <div key={zone.properties.id} class="verdict" data-kind={zone.properties.kind}>
              <strong class="eyebrow"><KindSwatch kind={zone.properties.kind} /> {t.details.inZone(t.kind[zone.properties.kind])}</strong>
              <button type="button" onClick={() => app.selection.select({ type: 'zone', id: zone.properties.id, at })}>{nameIn(lang, zone.properties)}</button>
            </div>
          ))}
        </section>
        <section class="section">
          <dl class="facts">
            <dt>{t.details.coordinates}</dt><dd class="mono">{formatPlace(...at)}</dd>
            {levels.length > 0 && <><dt>{t.details.areaOf}</dt><dd>{levels.map((unit) => nameIn(lang, unit)).join(' · ')}</dd></>}
          </dl>
        </section>
        {known && <EvidenceLink app={app} at={at} />}
      </div>
      {app.session.canDraft.value && (
        <footer class="panel-foot">
          <button type="button" class="button" onClick={() => { app.planner.begin('sealed'); app.bufferAid.centre.value = at }}><Icon name="circle" />{t.details.bufferHere}</button>
        </footer>
      )}
    </>
  )
}
