import type { RulePack } from '#shared/schema/rule-pack.ts'
import type { Text, ZoneKind } from '#shared/schema/vocabulary.ts'
import { isLarger } from '#shared/review/candidate-levels.ts'
import type { DraftContent, SmallestSufficient, ZoneDefinition } from '#shared/schema/zone.ts'
import { DEFAULT_MEASURES } from './default-measures.ts'
import { toLocalInput } from './local-input.ts'
import { NO_SCHEDULE, scheduleContent, scheduleFaults, scheduleOf, type ScheduleFaults, type ScheduleForm } from './schedule-form.ts'

/** The words of a zone as they stand in the form: everything a text, so that half-written input is never lost. */
export type PlannerForm = ScheduleForm & {
  name: string
  name_en: string
  rule_pack: string
  measures: readonly Text[]
  number: string
  issuer: string
  date: string
  reason: string
  authority: string
  /** as `<input type="datetime-local">` has it, in the reader's time zone */
  review_by: string
  earliest_lift: string
  audience: 'public' | 'internal'
  /** for which sites the ground was taken, at which level, and which was sufficient; null for a zone of its own */
  smallest: Omit<SmallestSufficient, 'reason'> | null
  /** why a larger one than the smallest sufficient is taken */
  larger_reason: string
}

export type FormFault = 'required' | 'past'
export type FormFaults = Partial<Record<Exclude<keyof PlannerForm, keyof ScheduleForm> | 'measures', FormFault>> & ScheduleFaults

/** What the form needs of a rule pack: what it proposes for the first review at each level. */
export type PackChoice = Pick<RulePack, 'id' | 'levels'>

/** The review that a pack proposes for a kind; where it has no such level, the soonest that it knows. */
export function reviewDefault(pack: PackChoice | undefined, kind: ZoneKind, now: Date): string {
  const days = pack?.levels.find((level) => level.kind === kind)?.review_days ?? Math.min(...(pack?.levels ?? []).map((level) => level.review_days))
  if (!Number.isFinite(days)) return ''
  const due = new Date(now)
  due.setDate(due.getDate() + days)
  due.setHours(18, 0, 0, 0)
  return toLocalInput(due)
}

/** A new zone's form: measures by kind, the first pack and its review time; the rest is the planner's to write. */
export const newForm = (kind: ZoneKind, now: Date, packs: readonly PackChoice[]): PlannerForm => ({
  name: '', name_en: '', rule_pack: packs[0]?.id ?? '', measures: DEFAULT_MEASURES[kind],
  number: '', issuer: '', date: toLocalInput(now).slice(0, 10), reason: '', authority: '',
  review_by: reviewDefault(packs[0], kind, now), earliest_lift: '', audience: 'public', ...NO_SCHEDULE,
  smallest: null, larger_reason: '',
})

export const formOf = (content: DraftContent): PlannerForm => ({
  name: content.name, name_en: content.name_en ?? '', rule_pack: content.rule_pack, measures: content.measures,
  number: content.legal_basis.number, issuer: content.legal_basis.issuer, date: content.legal_basis.date,
  reason: content.reason, authority: content.authority, review_by: toLocalInput(new Date(content.review_by)),
  earliest_lift: content.earliest_lift ?? '', audience: content.audience, ...scheduleOf(content),
  smallest: content.smallest ? { sites: content.smallest.sites, level: content.smallest.level, smallest: content.smallest.smallest } : null,
  larger_reason: content.smallest?.reason ?? '',
})

/** The fields that keep the form from being sent. */
export function faultsOf(form: PlannerForm, now: Date): FormFaults {
  const faults: FormFaults = scheduleFaults(form, now)
  for (const field of ['name', 'rule_pack', 'number', 'issuer', 'date', 'reason', 'authority', 'review_by'] as const)
    if (form[field].trim() === '') faults[field] = 'required'
  if (form.smallest && isLarger(form.smallest.level, form.smallest.smallest) && form.larger_reason.trim() === '') faults.larger_reason = 'required'
  if (form.measures.length === 0 || form.measures.some(({ zh, en }) => zh.trim() === '' || en.trim() === '')) faults.measures = 'required'
  if (!faults.review_by && new Date(form.review_by) <= now) faults.review_by = 'past'
  return faults
}

/** What is sent; call it only for a form without faults. */
export const contentOf = (form: PlannerForm, definition: ZoneDefinition): DraftContent => ({
  name: form.name.trim(),
  ...(form.name_en.trim() === '' ? {} : { name_en: form.name_en.trim() }),
  definition,
  rule_pack: form.rule_pack,
  measures: form.measures.map(({ zh, en }) => ({ zh: zh.trim(), en: en.trim() })),
  legal_basis: { number: form.number.trim(), issuer: form.issuer.trim(), date: form.date },
  reason: form.reason.trim(),
  authority: form.authority.trim(),
  review_by: new Date(form.review_by).toISOString(),
  earliest_lift: form.earliest_lift === '' ? null : form.earliest_lift,
  audience: form.audience,
  ...(form.smallest === null ? {} : { smallest: { ...form.smallest, ...(form.larger_reason.trim() === '' ? {} : { reason: form.larger_reason.trim() }) } }),
  ...scheduleContent(form, { issuer: form.issuer.trim(), date: form.date }),
})
