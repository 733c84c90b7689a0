import type { Evidence, EvidenceType, NewEvidence } from '#shared/schema/evidence.ts'

/** Evidence as it is being written: everything a text, so that half-written input is never lost. */
export type EvidenceForm = {
  type: EvidenceType
  on: string
  count: string
  expected: string
  sampled: string
  negative: string
  positive: string
  note: string
  corrects: number | null
}

export const newEvidenceForm = (type: EvidenceType, today: string, people: number): EvidenceForm => ({
  type, on: today, count: '1', expected: String(people), sampled: '', negative: '', positive: '0', note: '', corrects: null,
})

/** A form that corrects an entry, with what the entry says. */
export const correctionForm = ({ id, type, on, note, ...entry }: Evidence): EvidenceForm => {
  const text = (value: number | null) => (value === null ? '' : String(value))
  return {
    type, on, note: note ?? '', corrects: id, count: text(entry.count), expected: text(entry.expected), sampled: text(entry.sampled),
    negative: text(entry.negative), positive: text(entry.positive),
  }
}

const whole = (text: string, least: number): number | null => (/^\d{1,8}$/.test(text.trim()) && Number(text) >= least ? Number(text) : null)

/** What is sent; null while something is missing. */
export function evidenceOfForm(form: EvidenceForm): NewEvidence | null {
  const { type, on } = form
  const note = form.note.trim()
  const more = { ...(note === '' ? {} : { note }), ...(form.corrects === null ? {} : { corrects: form.corrects }) }
  if (on === '') return null
  if (type === 'infection') {
    const count = whole(form.count, 1)
    return count === null ? null : { type, on, count, ...more }
  }
  if (type === 'round') {
    const [expected, sampled, negative, positive] = [whole(form.expected, 1), whole(form.sampled, 0), whole(form.negative, 0), whole(form.positive, 0)]
    if (expected === null || sampled === null || negative === null || positive === null) return null
    return { type, on, expected, sampled, negative, positive, ...more }
  }
  if (type === 'alarm_answer') return note === '' ? null : { type, on, ...more, note }
  return { type, on, ...more }
}
