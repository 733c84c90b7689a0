import { describe, expect, it } from 'vitest'
import { pack } from '../rules/pack.ts'
import { contentOf, faultsOf, formOf, newForm } from '../../../client/state/planner-form.ts'
import { NO_SCHEDULE, scheduleFaults } from '../../../client/state/schedule-form.ts'

const NOW = new Date('2026-11-21T10:00:00')
const whole = { ...newForm('sealed', NOW, [pack('three-zones-2021')]), name: '甲', number: '1 号', issuer: '县指挥部', reason: '流调', authority: '县指挥部' }

describe('start and end in the zone form', () => {
  it('are at once and undecided unless said, and then sent and read back', () => {
    const definition = { type: 'units' as const, codes: ['990101001001'] }
    const plain = contentOf(whole, definition)
    expect(plain).not.toHaveProperty('starts_at')
    expect(plain).not.toHaveProperty('planned_end')
    const form = {
      ...whole, starts_at: '2026-11-22T00:00', ends_at: '2026-11-29T00:00', end_reason: '七天无新增', end_authority: '县指挥部', end_number: '2 号',
    }
    expect(faultsOf(form, NOW)).toEqual({})
    const content = contentOf(form, definition)
    expect(content.planned_end).toMatchObject({ reason: '七天无新增', legal_basis: { number: '2 号', issuer: '县指挥部' } })
    expect(contentOf(formOf(content), definition)).toEqual(content)
  })

  it('must come in order, with the decision of the end whole', () => {
    expect(scheduleFaults({ ...NO_SCHEDULE, starts_at: '2026-11-21T09:00' }, NOW)).toEqual({ starts_at: 'past' })
    expect(scheduleFaults({ ...NO_SCHEDULE, starts_at: '2026-11-22T09:00', ends_at: '2026-11-22T08:00' }, NOW)).toEqual({
      ends_at: 'before', end_reason: 'required', end_authority: 'required', end_number: 'required',
    })
    expect(scheduleFaults({ ...NO_SCHEDULE, ends_at: '2026-11-21T08:00' }, NOW).ends_at).toBe('past')
  })
})
