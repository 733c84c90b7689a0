import { ABNORMAL_TEXTS } from '#shared/review/abnormal-texts.ts'
import { fill } from '#shared/text/fill.ts'
import type { Abnormal, Preflight } from '#shared/schema/preflight.ts'
import type { FaultText } from '#shared/schema/preview.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { Db } from '../store/connect.ts'
import { confirmationsOf } from '../store/confirmations.ts'
import type { DraftRow } from '../store/drafts.ts'
import type { Actor } from './actor.ts'
import { Conflict, Invalid } from './errors.ts'

/**
 * Refuses a public zone that would expose too few households, with the unit to take instead.
 * @throws Invalid too_few_households
 */
export function requireHouseholds({ too_few }: Preflight): void {
  if (too_few === null) return
  const { households, minimum, offer } = too_few
  const unit = offer === null ? '—' : `${offer.name} (${offer.code})`
  throw new Invalid('too_few_households', { households, minimum, unit })
}

/**
 * Refuses an abnormal change, unless a second person, neither a writer of the draft nor the one who publishes, has
 * confirmed exactly these findings of exactly this version.
 * @throws Conflict abnormal_change with every finding
 */
export async function requireConfirmed(db: Db, draft: DraftRow, { abnormal, hash }: Preflight, publisher: Actor): Promise<void> {
  if (abnormal.length === 0) return
  const confirmations = await confirmationsOf(db, draft.zoneId, hash)
  const confirmed = confirmations.some(({ confirmer, findings }) =>
    confirmer !== publisher.userId && !draft.editors.includes(confirmer) && abnormal.every(({ code }) => findings.includes(code)))
  if (!confirmed) throw new Conflict('abnormal_change', { zone: draft.zoneId, count: abnormal.length }, abnormal.map((finding) => (lang) => inWords(finding, lang)))
}

const FIX = { zh: '请核对范围；确属必要时由另一人写明理由确认', en: 'Check the ground; where it is meant, a second person confirms it with a reason' }

function inWords({ code, before, after, what }: Abnormal, lang: Lang): FaultText {
  const number = (value: number | null) => (value === null ? '' : value.toLocaleString('en-US'))
  const title = fill(ABNORMAL_TEXTS[code][lang], { before: number(before), after: number(after), what: what ?? '' })
  return { code, title, place: '', fix: FIX[lang] }
}
