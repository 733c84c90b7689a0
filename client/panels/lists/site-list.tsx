import { formatDay, formatNumber } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** Case sites; signed-in posts only. */
export function SiteList({ app: { sites, selection, camera, session, tool, candidates } }: { app: Pick<App, 'sites' | 'selection' | 'camera' | 'session' | 'tool' | 'candidates'> }) {
  const { t, lang } = useText()
  const current = selection.current.value
  const chosen = candidates.chosen.value.filter((id) => sites.get(id))
  return (
    <>
      <div class="scroll">
        {sites.all.value.length === 0 && <div class="empty"><strong>{t.sites.empty}</strong>{t.sites.emptyHint}</div>}
        {sites.all.value.map((site) => (
          <div key={site.id} class="site-row">
          <input type="checkbox" checked={candidates.chosen.value.includes(site.id)} aria-label={`${t.smallest.choose} ${site.place}`} onChange={() => candidates.toggle(site.id)} />
          <button
            type="button" class="row" aria-current={current?.type === 'site' && current.id === site.id}
            onClick={() => { selection.select({ type: 'site', id: site.id }); camera.flyTo(site.geometry.coordinates as [number, number], 16) }}
          >
            <span class="name">{site.place}</span>
            <span class="value">{t.sites.casesOf(formatNumber(site.cases, lang))}</span>
            <span class="sub">{formatDay(site.on_date, lang)}</span>
          </button>
          </div>
        ))}
      </div>
      <p class="list-foot">{t.sites.internal}</p>
      <ProblemNote problem={candidates.problem.value} />
      {session.canDraft.value && (
        <div class="list-actions">
          <button type="button" class="button primary" disabled={candidates.busy.value || chosen.length === 0} onClick={() => void candidates.find(chosen)}>{t.smallest.findFor(chosen.length)}</button>
          <button type="button" class="button" aria-pressed={tool.active.value?.type === 'site'} onClick={() => tool.toggle({ type: 'site' })}><Icon name="plus" />{t.sites.add}</button></div>
      )}
    </>
  )
}
