import type { Draft } from '#shared/schema/zone.ts'
import { boundsOf } from '#shared/geometry/bounds.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { Icon } from '../../ui/icon.tsx'

const TONE = { draft: '', in_review: 'tone-warn', approved: 'tone-good', rejected: 'tone-bad' } as const

/** Drafts to go on with; signed-in posts only. */
export function DraftList({ app: { drafts, planner, camera, session, reviewing, candidates } }: { app: Pick<App, 'drafts' | 'planner' | 'camera' | 'session' | 'reviewing' | 'candidates'> }) {
  const { t, lang } = useText()
  const looked = reviewing.current.value?.type === 'draft' ? reviewing.current.value.draft : null
  const open = (draft: Draft) => {
    candidates.close()
    if (!session.canWrite.value) return void reviewing.open(draft)
    reviewing.close()
    planner.open(draft)
  }
  return (
    <>
      <div class="scroll">
        {drafts.all.value.length === 0 && <div class="empty"><strong>{t.planner.draftsEmpty}</strong>{t.planner.draftsHint}</div>}
        {drafts.all.value.map((draft) => (
          <button
            key={draft.zone_id} type="button" class="row" data-kind={draft.kind} 
            aria-current={(planner.planning.value?.draft ?? looked)?.zone_id === draft.zone_id}
            onClick={() => { open(draft); camera.fit(boundsOf(draft.geometry)) }}
          >
            <span class="name">{draft.content.name}</span>
            <span class="value">{formatNumber(draft.exposure.people, lang)}</span>
            <span class="sub">{t.kindShort[draft.kind]} · <span class={TONE[draft.state]}>{t.review.state[draft.state]}</span></span>
            <span class="sub end">{t.planner.changed(formatMoment(draft.updated_at, lang), inLang(lang, draft.updated_by))}</span>
          </button>
        ))}
      </div>
      {session.canWrite.value && !planner.planning.value && (
        <div class="list-actions"><button type="button" class="button primary" onClick={() => planner.begin('sealed')}><Icon name="plus" />{t.zones.new}</button></div>
      )}
    </>
  )
}
