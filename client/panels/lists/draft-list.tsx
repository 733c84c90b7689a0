import { boundsOf } from '#shared/geometry/bounds.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

/** Drafts to go on with; signed-in posts only. */
export function DraftList({ app: { drafts, planner, camera, session } }: { app: Pick<App, 'drafts' | 'planner' | 'camera' | 'session'> }) {
  const { t, lang } = useText()
  return (
    <>
      <div class="scroll">
        {drafts.all.value.length === 0 && <div class="empty"><strong>{t.planner.draftsEmpty}</strong>{t.planner.draftsHint}</div>}
        {drafts.all.value.map((draft) => (
          <button
            key={draft.zone_id} type="button" class="row" data-kind={draft.kind} disabled={!session.canDraft.value}
            aria-current={planner.planning.value?.draft?.zone_id === draft.zone_id}
            onClick={() => { planner.open(draft); camera.fit(boundsOf(draft.geometry)) }}
          >
            <span class="name">{draft.content.name}</span>
            <span class="value">{formatNumber(draft.exposure.people, lang)}</span>
            <span class="sub">{t.kind[draft.kind]} · {t.review.state[draft.state]}</span>
            <span class="sub end">{t.planner.changed(formatMoment(draft.updated_at, lang), inLang(lang, draft.updated_by))}</span>
          </button>
        ))}
      </div>
      {session.canDraft.value && !planner.planning.value && (
        <div class="list-actions"><button type="button" class="button primary" onClick={() => planner.begin('sealed')}><Icon name="plus" />{t.zones.new}</button></div>
      )}
    </>
  )
}
