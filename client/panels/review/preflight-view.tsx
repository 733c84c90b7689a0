import { nameIn } from '../../i18n/names.ts'
import { useText } from '../../i18n/use-text.ts'
import type { App } from '../../state/create-app.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { AbnormalView } from './abnormal-view.tsx'
import { ChangeTable } from './change-table.tsx'
import { PreflightLists } from './preflight-lists.tsx'

type Props = { app: Pick<App, 'preflight'>; mayConfirm: boolean; onTakeUnit?: (code: string) => void }

/** The pre-flight of a draft: the change against what is in force, what is abnormal, and what stops it. */
export function PreflightView({ app, mayConfirm, onTakeUnit }: Props) {
  const { t, lang } = useText()
  const { result, problem, busy } = app.preflight
  const found = result.value
  return (
    <section class="section stack preflight" aria-label={t.review.preflight} data-busy={busy.value}>
      <h3>{t.review.preflight}{found?.previous_version === null && ` · ${t.review.firstVersion}`}</h3>
      {busy.value && <p class="muted">{t.review.preflightBusy}</p>}
      <ProblemNote problem={problem.value} />
      {found?.too_few && (
        <div class="note danger" role="alert">
          <strong>{t.review.tooFew(found.too_few.households, found.too_few.minimum)}</strong>
          {found.too_few.offer && <div>{t.review.tooFewOffer(nameIn(lang, found.too_few.offer), found.too_few.offer.households)} <span class="mono">{found.too_few.offer.code}</span></div>}
          {found.too_few.offer && onTakeUnit && <button type="button" class="button small spaced" onClick={() => onTakeUnit(found.too_few!.offer!.code)}>{t.review.takeUnit(nameIn(lang, found.too_few.offer))}</button>}
        </div>
      )}
      {found && <AbnormalView app={app} result={found} mayConfirm={mayConfirm} />}
      {found && <ChangeTable preflight={found} />}
      {found && (found.added !== null || found.removed !== null) && (
        <p class="change-legend"><span class="swatch added" />{t.review.addedGround}<span class="swatch removed" />{t.review.removedGround}</p>
      )}
      {found && <PreflightLists preflight={found} />}
    </section>
  )
}
