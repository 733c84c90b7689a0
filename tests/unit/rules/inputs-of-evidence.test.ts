import { describe, expect, it } from 'vitest'
import { evaluateZone } from '#shared/rules/evaluate-zone.ts'
import { inputsOfEvidence, standing } from '#shared/rules/inputs-of-evidence.ts'
import { dayOfDate } from '#shared/rules/shanghai-day.ts'
import { changedBy } from '#shared/rules/compare-readiness.ts'
import { whyDifferent } from '#shared/rules/compare-rules.ts'
import type { NewEvidence } from '#shared/schema/evidence.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { rows } from './evidence-rows.ts'
import { pack } from './pack.ts'

const START = dayOfDate('2022-03-01')
const inputs = (entries: NewEvidence[], kind: ZoneKind = 'sealed') => inputsOfEvidence(rows(entries), { kind, startDay: START, stricterInArea: 0 })
const ROUND = { type: 'round', on: '2022-03-08', expected: 100, sampled: 100, negative: 100, positive: 0 } as const

describe('evidence', () => {
  it('holds what no later entry corrects; what is taken back is gone', () => {
    const entries = rows([{ type: 'infection', on: '2022-03-01', count: 1 }, { type: 'infection', on: '2022-03-09', count: 1 }, { type: 'infection', on: '2022-03-03', count: 1, corrects: 2 }])
    expect(standing(entries).map(({ id }) => id)).toEqual([1, 3])
    const back = { ...entries[2]!, id: 4, corrects: 3, withdrawn: true }
    expect(standing([...entries, back]).map(({ id }) => id)).toEqual([1])
  })

  it('takes a round with a positive as a new infection of its day', () => {
    const { positives, rounds } = inputs([{ ...ROUND, negative: 99, positive: 1 }])
    expect([positives, rounds.length]).toEqual([[{ day: dayOfDate('2022-03-08'), answered: false }], 1])
  })

  it('has positives answered by a later decision, not by an earlier one', () => {
    const answer: NewEvidence = { type: 'alarm_answer', on: '2022-03-05', note: '已封控' }
    const seal = (entries: NewEvidence[]) => evaluateZone(pack('three-zones-2021'), 'three-zones-2021', inputs(entries, 'controlled'), START + 9).alarm?.on ?? null
    const first: NewEvidence = { type: 'infection', on: '2022-03-04', count: 1 }
    expect([seal([first]), seal([first, answer]), seal([answer, first])]).toEqual(['2022-03-04', null, '2022-03-04'])
  })

  it('does not call for sealing because of positives from before the ground stepped down', () => {
    const known: NewEvidence[] = [{ type: 'infection', on: '2022-02-20', count: 3 }, { type: 'step_down', on: '2022-03-01' }]
    expect(evaluateZone(pack('ninth-2022-06'), 'ninth-2022-06', inputs(known, 'controlled'), START).alarm).toBeNull()
  })
})

describe('another pack', () => {
  const zone = inputs([{ type: 'infection', on: '2022-03-01', count: 1 }, { type: 'contact', on: '2022-03-02' }])
  const by = (id: string, of = zone) => evaluateZone(pack(id), id, of, START + 3)

  it('changes level, target and day, and says what it asks differently', () => {
    expect(changedBy(by('three-zones-2021'), by('ninth-2022-06'))).toEqual(['level', 'target', 'earliest'])
    expect(whyDifferent(pack('three-zones-2021'), pack('ninth-2022-06'), zone).map(({ en }) => en)).toEqual([
      'Level: Sealed zone → High risk', 'Leads to: Lifted → Medium risk', '14 quiet days → 7 quiet days', 'Asked too: Full negative round on day 7',
      'No longer asked: Last contact more than 14 days ago', 'No longer asked: Full negative round in the 2 days before',
    ])
    expect(changedBy(by('ninth-2022-06'), by('ninth-2022-06'))).toEqual([])
    expect(whyDifferent(pack('ninth-2022-06'), pack('ninth-2022-06'), zone)).toEqual([])
  })

  it('may have no level for a zone: consumers broke when three levels became two', () => {
    const controlled = inputs([], 'controlled')
    expect(changedBy(by('ninth-2022-06', controlled), by('twenty-2022-11', controlled))).toEqual(['level', 'target', 'status', 'earliest'])
    expect(whyDifferent(pack('ninth-2022-06'), pack('twenty-2022-11'), controlled).map(({ en }) => en)).toEqual([
      'Twenty measures, November 2022 has no level for this zone: the authority decides on a written ground',
    ])
  })
})
