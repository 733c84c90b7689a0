import { formatDay, formatNumber } from '../../i18n/format.ts'
import { datasetName } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { KindSwatch } from '../kind-swatch.tsx'
import { AttentionList } from './attention-list.tsx'
import { ZoneRow } from './zone-row.tsx'

/** Zones in force by kind, the strictest first, with people affected. */
export function ZoneList({ app }: { app: App }) {
  const { t, lang } = useText()
  const groups = app.zones.byKind.value.map((group) => ({ ...group, people: group.zones.reduce((sum, zone) => sum + zone.properties.people, 0) }))
  const sources = app.status.current.value?.datasets ?? []
  return (
    <>
      <div class="totals">
        {groups.map(({ kind, zones, people }) => (
          <div key={kind} class="total" data-kind={kind}>
            <span class="name"><KindSwatch kind={kind} />{t.kindShort[kind]}</span>
            <span class="figure">{formatNumber(people, lang)}</span>
            <span class="unit">{t.peopleUnit} · {t.zonesCount(zones.length)}</span>
          </div>
        ))}
      </div>
      <div class="scroll" tabIndex={-1}>
        {app.zones.loaded.value && app.zones.all.value.size === 0 && <div class="empty"><strong>{t.zones.empty}</strong>{app.moment.at.value === null && t.zones.emptyHint}</div>}
        {groups.filter(({ zones }) => zones.length > 0).map(({ kind, zones }) => (
          <section key={kind} class="group" data-kind={kind} aria-label={t.kind[kind]}>
            <h2>{t.kindShort[kind]}<span class="sum">{t.kindMeaning[kind]}</span></h2>
            {zones.map((zone) => <ZoneRow key={zone.properties.id} app={app} zone={zone} />)}
          </section>
        ))}
        {!app.moment.at.value && <AttentionList app={app} />}
      </div>
      {sources.length > 0 && <p class="list-foot">{t.zones.basis(sources.map((set) => `${datasetName(lang, set)} (${formatDay(set.as_of, lang)})`).join(lang === 'zh' ? '；' : '; '))}</p>}
      {app.session.canReadEvidence.value && !app.moment.at.value && !app.planner.planning.value && (
        <div class="list-actions">
          {app.session.canWrite.value && <button type="button" class="button primary" onClick={() => app.planner.begin('sealed')}><Icon name="plus" />{t.zones.new}</button>}
          <button type="button" class="button" onClick={() => app.dialogs.show('what-if')}>{t.rules.compare}</button>
        </div>
      )}
    </>
  )
}
