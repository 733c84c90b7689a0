import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '#shared/address/normalise.ts'
import { toDigits } from '#shared/address/to-digits.ts'
import { numeral } from '../../bench/address/corrupt-address.ts'

describe('normalise', () => {
  it.each([
    ['雲渡縣城關街道人民路十二號', '云渡县城关街道人民路12号'],
    ['Ｎｏ．１２—３', 'no.12-3'],
    ['Steiner  Landstraße\t12', 'steiner landstrasse 12'],
    ['GÖTTWEIGER GASSE', 'gottweiger gasse'],
    ['人民路【城关】12號；3幢', '人民路(城关)12号,3幢'],
    ['①号楼', '1号楼'],
    ['乾縣', '乾县'],
    ['', ''],
  ])('%s → %s', (text, plain) => expect(normalise(text)).toBe(plain))

  it('changes nothing the second time', () => {
    const letters = fc.constantFrom(...'雲人民路號号十二百零〇３3３AaßéÉ—－-  ，,（)【】#＃①乾両万東')
    fc.assert(fc.property(fc.string({ unit: letters, maxLength: 20 }), (text) => {
      const once = normalise(text)
      expect(normalise(once)).toBe(once)
    }), { seed: 11, numRuns: 500 })
  })
})

describe('toDigits', () => {
  it.each([
    ['一百零八号', '108号'], ['二十一', '21'], ['二〇三室', '203室'], ['十里铺', '10里铺'], ['百花路', '百花路'], ['两河口', '两河口'],
    ['五一路', '51路'], ['陆家村贰号', '陆家村2号'], ['一百一十号', '110号'], ['三百', '300'],
  ])('%s → %s', (text, digits) => expect(toDigits(text)).toBe(digits))

  it('reads back every numeral up to 999', () => {
    for (let value = 1; value < 1000; value++) expect(toDigits(`${numeral(value)}号`)).toBe(`${value}号`)
  })
})
