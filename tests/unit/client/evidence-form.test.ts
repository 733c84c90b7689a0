import { describe, expect, it } from 'vitest'
import type { Evidence } from '#shared/schema/evidence.ts'
import { correctionForm, evidenceOfForm, newEvidenceForm } from '../../../client/state/evidence-form.ts'

const DAY = '2022-03-15'

describe('the evidence form', () => {
  it('sends a day and totals, and nothing while a figure is missing', () => {
    const infection = newEvidenceForm('infection', DAY, 2400)
    expect(evidenceOfForm(infection)).toEqual({ type: 'infection', on: DAY, count: 1 })
    for (const count of ['', '0', '-1', '1.5', 'x']) expect(evidenceOfForm({ ...infection, count })).toBeNull()
    expect(evidenceOfForm({ ...infection, on: '' })).toBeNull()
    const round = newEvidenceForm('round', DAY, 2400)
    expect(evidenceOfForm(round)).toBeNull()
    expect(evidenceOfForm({ ...round, sampled: '2400', negative: '2399', positive: '1', note: ' 晨报 ' })).toEqual({
      type: 'round', on: DAY, expected: 2400, sampled: 2400, negative: 2399, positive: 1, note: '晨报',
    })
  })

  it('asks for words where a decision is entered', () => {
    const answer = newEvidenceForm('alarm_answer', DAY, 10)
    expect(evidenceOfForm(answer)).toBeNull()
    expect(evidenceOfForm({ ...answer, note: '已封控' })).toEqual({ type: 'alarm_answer', on: DAY, note: '已封控' })
  })

  it('corrects an entry with what it says', () => {
    const entry: Evidence = {
      id: 7, zone_id: '990101-S-0001', type: 'infection', on: DAY, count: 9, expected: null, sampled: null, negative: null, positive: null,
      note: null, corrects: null, withdrawn: false, entered_by: 'post', entered_at: '2022-03-15T01:00:00.000Z',
    }
    expect(evidenceOfForm({ ...correctionForm(entry), count: '3' })).toEqual({ type: 'infection', on: DAY, count: 3, corrects: 7 })
  })
})
