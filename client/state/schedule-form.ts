import type { DraftContent, PlannedEnd } from '#shared/schema/zone.ts'
import { toLocalInput } from './local-input.ts'

/** When a zone starts and ends by itself, as the form has it; empty moments mean at once, and no end decided. */
export type ScheduleForm = {
  starts_at: string
  ends_at: string
  end_reason: string
  end_authority: string
  end_number: string
  end_issuer: string
  end_date: string
}

export type ScheduleFaults = Partial<Record<keyof ScheduleForm, 'required' | 'past' | 'before'>>

export const NO_SCHEDULE: ScheduleForm = {
  starts_at: '', ends_at: '', end_reason: '', end_authority: '', end_number: '', end_issuer: '', end_date: '',
}

export function scheduleOf({ starts_at: start, planned_end: end }: DraftContent): ScheduleForm {
  const starts_at = start === undefined ? '' : toLocalInput(new Date(start))
  if (end === undefined) return { ...NO_SCHEDULE, starts_at }
  const { number, issuer, date } = end.legal_basis
  return {
    starts_at, ends_at: toLocalInput(new Date(end.at)), end_reason: end.reason, end_authority: end.authority,
    end_number: number, end_issuer: issuer, end_date: date,
  }
}

export function scheduleFaults(form: ScheduleForm, now: Date): ScheduleFaults {
  const faults: ScheduleFaults = {}
  if (form.starts_at !== '' && new Date(form.starts_at) <= now) faults.starts_at = 'past'
  if (form.ends_at === '') return faults
  const begins = form.starts_at === '' ? now : new Date(form.starts_at)
  if (new Date(form.ends_at) <= begins) faults.ends_at = form.starts_at === '' ? 'past' : 'before'
  for (const field of ['end_reason', 'end_authority', 'end_number'] as const) if (form[field].trim() === '') faults[field] = 'required'
  return faults
}

/** What is sent of it; the end's document is by default of the same issuer and day as the zone's. */
export function scheduleContent(form: ScheduleForm, basis: { issuer: string; date: string }): Pick<DraftContent, 'starts_at' | 'planned_end'> {
  const end: PlannedEnd | null = form.ends_at === '' ? null : {
    at: new Date(form.ends_at).toISOString(), reason: form.end_reason.trim(), authority: form.end_authority.trim(),
    legal_basis: { number: form.end_number.trim(), issuer: form.end_issuer.trim() || basis.issuer, date: form.end_date || basis.date },
  }
  return {
    ...(form.starts_at !== '' && { starts_at: new Date(form.starts_at).toISOString() }),
    ...(end !== null && { planned_end: end }),
  }
}
