import type { Lang } from '#shared/schema/vocabulary.ts'
import { formatSpan } from '../i18n/format.ts'
import type { Dictionary } from '../i18n/zh.ts'
import type { GateReading } from '../state/gate-reports.ts'

const TONE = { normal: 'good', closed: 'warn', incident: 'danger' } as const

/** How a report is coloured: an old one says nothing of now, and what is lacking is seen beside a normal gate. */
export const reportTone = ({ report, stale }: GateReading): 'good' | 'warn' | 'danger' | '' =>
  stale ? '' : report.status === 'normal' && (report.needs.length > 0 || report.queue === 'long') ? 'warn' : TONE[report.status]

/** What a report says in short, without its age. */
export const reportWords = (t: Dictionary, { report }: GateReading): string =>
  [t.gate.status[report.status], ...(report.queue === 'none' ? [] : [t.gate.queued[report.queue]]), ...report.needs.map((need) => t.gate.needs[need])].join(' · ')

/** How old it is; of an old one that nothing has come since. */
export const reportAge = (t: Dictionary, lang: Lang, { ageS, stale }: GateReading): string =>
  (stale ? t.gate.reports.stale : t.gate.reports.ago)(formatSpan(ageS, lang))
