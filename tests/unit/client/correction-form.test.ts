import { describe, expect, it } from 'vitest'
import type { ZoneHistoryEntry } from '#shared/schema/zone.ts'
import { correctionRequest, knownPeriods, recordedTimes } from '../../../client/state/correction-form.ts'

const FROM = '2022-03-15T12:00:41.250Z'
const recorded = { version: 2, from: FROM, to: null, endedBy: null }
const words = { reason: ' 现场记录 ', authority: '县指挥部', number: '示防指〔2022〕9号', issuer: '县指挥部', date: '2022-04-01' }

describe('the form of a correction', () => {
  it('knows of each version the time that is recorded now, not what was known before', () => {
    const period = { valid_from: FROM, valid_to: null, recorded_from: FROM, recorded_to: null, ended_by: null, end_note: null }
    const history = [{ version: 2, periods: [{ ...period, recorded_to: '2022-03-16T00:00:00Z' }, { ...period, valid_from: '2022-03-14T12:00:00Z' }] }]
    expect(knownPeriods(history as unknown as ZoneHistoryEntry[])).toEqual([{ version: 2, from: '2022-03-14T12:00:00Z', to: null, endedBy: null }])
  })

  it('leaves a time that was not touched as it is, to the millisecond', () => {
    const times = recordedTimes(recorded)
    expect(times).toMatchObject({ version: 2, to: '' })
    expect(correctionRequest({ ...times, ...words }, recorded)).toEqual({
      version: 2, valid_from: FROM, valid_to: null, reason: '现场记录', authority: '县指挥部',
      legal_basis: { number: words.number, issuer: '县指挥部', date: '2022-04-01' },
    })
    const ended = correctionRequest({ ...times, ...words, to: '2022-03-20T08:30' }, recorded)
    expect(ended?.valid_to).toBe(new Date('2022-03-20T08:30').toISOString())
  })

  it.each(['from', 'reason', 'authority', 'number', 'issuer', 'date'] as const)('is not sent without its %s', (field) => {
    expect(correctionRequest({ ...recordedTimes(recorded), ...words, [field]: '' }, recorded)).toBeNull()
  })
})
