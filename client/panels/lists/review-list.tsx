import type { Review } from '#shared/schema/review.ts'
import { formatSpan } from '../../i18n/format.ts'
import { inLang } from '../../i18n/in-lang.ts'
import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { showReview } from '../../state/show-review.ts'

/** What waits for review, the first due first; what is late is red. */
export function ReviewList({ app }: { app: App }) {
  const { t, lang } = useText()
  const { reviews, reviewing, now } = app
  const looked = reviewing.current.value
  const isOpen = (review: Review) => (looked?.type === 'draft' ? review.lane === 'before' && looked.draft.zone_id === review.zone_id : looked?.review.id === review.id)
  const due = (review: Review) => {
    if (review.outcome === 'objected') return t.review.outcome.objected
    const inS = (new Date(review.due_at).getTime() - now().getTime()) / 1000
    return inS < 0 ? t.review.overdue(formatSpan(-inS, lang)) : t.review.dueIn(formatSpan(inS, lang))
  }
  const isRed = (review: Review) => review.overdue || review.outcome === 'objected' || new Date(review.due_at) <= now()
  return (
    <div class="scroll">
      {reviews.all.value.length === 0 && <div class="empty"><strong>{t.review.queueEmpty}</strong>{t.review.queueHint}</div>}
      {reviews.all.value.map((review) => (
        <button key={review.id} type="button" class="row" data-kind={review.kind} aria-current={isOpen(review)} onClick={() => showReview(app, review)}>
          <span class="name">{nameIn(lang, review)}</span>
          <span class={review.lane === 'after' ? 'badge danger' : 'badge'}>{review.lane === 'after' ? t.review.laneShort : t.kindShort[review.kind]}</span>
          <span class="sub">{inLang(lang, review.submitted_by)}{review.mine && ` · ${t.review.mine}`}</span>
          <span class={isRed(review) ? 'sub end overdue' : 'sub end'}>{due(review)}</span>
        </button>
      ))}
    </div>
  )
}
