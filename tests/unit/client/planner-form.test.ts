import { describe, expect, it } from 'vitest'
import { pack } from '../rules/pack.ts'
import { contentOf, faultsOf, formOf, newForm, reviewDefault } from '../../../client/state/planner-form.ts'
import { toLocalInput } from '../../../client/state/local-input.ts'

const NOW = new Date('2026-11-21T10:00:00')
const PACKS = [pack('three-zones-2021'), pack('ninth-2022-06'), pack('ten-2022-12')]
const whole = {
  ...newForm('controlled', NOW, PACKS), name: ' 云渡新区 ', number: '云防指〔2026〕7 号', issuer: '县指挥部', reason: '流调结果', authority: '县指挥部',
}

describe('the zone form', () => {
  it('names every field that is missing, and a review in the past', () => {
    expect(faultsOf(newForm('sealed', NOW, PACKS), NOW)).toEqual({ name: 'required', number: 'required', issuer: 'required', reason: 'required', authority: 'required' })
    expect(faultsOf(whole, NOW)).toEqual({})
    expect(faultsOf({ ...whole, review_by: toLocalInput(NOW) }, NOW)).toEqual({ review_by: 'past' })
    expect(faultsOf({ ...whole, measures: [{ zh: '一', en: ' ' }] }, NOW)).toEqual({ measures: 'required' })
  })

  it('proposes a review by the pack: 14 days on, or 7, or the soonest where the pack has no such level', () => {
    expect(newForm('sealed', NOW, PACKS).review_by).toBe('2026-12-05T18:00')
    expect(reviewDefault(PACKS[1], 'controlled', NOW)).toBe('2026-11-28T18:00')
    expect(reviewDefault(PACKS[2], 'controlled', NOW)).toBe('2026-11-26T18:00')
    expect(faultsOf(newForm('sealed', NOW, []), NOW)).toMatchObject({ rule_pack: 'required', review_by: 'required' })
  })

  it('goes to the contract and back without loss', () => {
    const content = contentOf(whole, { type: 'units', codes: ['990101001001'] })
    expect(content.name).toBe('云渡新区')
    expect(content).not.toHaveProperty('name_en')
    expect(contentOf(formOf(content), content.definition)).toEqual(content)
  })
})
