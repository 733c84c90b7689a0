import { describe, expect, it } from 'vitest'
import { contentOf, faultsOf, formOf, newForm, toLocalInput } from '../../../client/state/planner-form.ts'

const NOW = new Date('2026-11-21T10:00:00')
const whole = {
  ...newForm('controlled', NOW), name: ' 云渡新区 ', number: '云防指〔2026〕7 号', issuer: '县指挥部', reason: '流调结果', authority: '县指挥部',
}

describe('the zone form', () => {
  it('names every field that is missing, and a review in the past', () => {
    expect(faultsOf(newForm('sealed', NOW), NOW)).toEqual({ name: 'required', number: 'required', issuer: 'required', reason: 'required', authority: 'required' })
    expect(faultsOf(whole, NOW)).toEqual({})
    expect(faultsOf({ ...whole, review_by: toLocalInput(NOW) }, NOW)).toEqual({ review_by: 'past' })
    expect(faultsOf({ ...whole, measures: [{ zh: '一', en: ' ' }] }, NOW)).toEqual({ measures: 'required' })
  })

  it('proposes a review by the pack: 14 days on', () => {
    expect(newForm('sealed', NOW).review_by).toBe('2026-12-05T18:00')
  })

  it('goes to the contract and back without loss', () => {
    const content = contentOf(whole, { type: 'units', codes: ['990101001001'] })
    expect(content.name).toBe('云渡新区')
    expect(content).not.toHaveProperty('name_en')
    expect(contentOf(formOf(content), content.definition)).toEqual(content)
  })
})
