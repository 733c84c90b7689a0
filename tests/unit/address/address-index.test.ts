import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressEntry } from '#shared/address/address.ts'
import { createAddressIndex, loadAddressIndex } from '#shared/address/create-address-index.ts'
import { makeAddresses } from '../../bench/address/make-addresses.ts'

const entry = (id: string, text: string, lng = 109.5): AddressEntry => ({ id, text, lng, lat: 34.5 })
const register = makeAddresses(20_000, 3)
const all = createAddressIndex(register.addresses.map((made) => made.entry), { areas: register.areas })
const drawn = fc.integer({ min: 0, max: register.addresses.length - 1 }).map((at) => register.addresses[at]!)
const loaded = (bytes: Uint8Array) => {
  const read = loadAddressIndex(bytes)
  if (!read.ok) throw new Error(read.reason)
  return read.index
}

describe('address index', () => {
  it('finds every address as it is written', () => {
    fc.assert(fc.property(drawn, ({ entry: { id, text } }) => {
      const answer = all.match(text)
      expect([answer.certainty, answer.candidates[0]?.entry.id]).toEqual(['exact', id])
    }), { seed: 5, numRuns: 400 })
  })

  it('is never certain of another number', () => {
    fc.assert(fc.property(drawn, fc.integer({ min: 300, max: 9999 }), ({ entry: { text } }, number) => {
      const wrong = text.replace(/\d+(?!.*\d)/, String(number))
      expect(['ambiguous', 'none']).toContain(all.match(wrong).certainty)
    }), { seed: 6, numRuns: 300 })
  })

  it('takes any text without a fault', () => {
    const piece = fc.constantFrom('人民', '路', '12', '号', '-', '#', '（', ')', '楼', '单元',
      '云', '县', '街道', 'a', 'Straße', ' ', ',', '十', '甲', '之', '附')
    const pieces = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), pieces)
    fc.assert(fc.property(text, (query) => {
      const answer = all.match(query, 3)
      expect(answer.candidates.length).toBeLessThanOrEqual(3)
      for (const { score } of [...answer.candidates, ...all.suggest(query, 3)]) {
        expect(score >= 0 && score <= 1).toBe(true)
      }
    }), { seed: 7, numRuns: 500 })
  })

  it('answers alike from bytes, wherever they lie in a buffer', () => {
    const bytes = all.toBytes()
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    const index = loaded(shifted.subarray(3))
    expect(index.size).toBe(all.size)
    for (const { entry: { text } } of register.addresses.slice(0, 50)) {
      expect(index.match(text)).toEqual(all.match(text))
    }
  })

  it('says why bytes are no index', () => {
    const bytes = createAddressIndex([entry('a', '人民路1号')]).toBytes()
    const other = bytes.slice()
    other.set(new TextEncoder().encode('sanqu-addresses-0'), bytes.indexOf(0x73, 14))
    const reason = (given: Uint8Array) => {
      const read = loadAddressIndex(given)
      return read.ok ? 'ok' : read.reason
    }
    expect([new Uint8Array(), new Uint8Array(100), bytes.subarray(0, bytes.length - 8), other, bytes].map(reason))
      .toEqual(['not-an-index', 'not-an-index', 'cut-short', 'other-version', 'ok'])
  })

  it('takes more entries in when sealed, and when loaded', () => {
    const index = createAddressIndex([entry('a', '人民路1号')])
    expect(index.match('人民路1号').certainty).toBe('exact')
    index.add([entry('b', '解放路2号')])
    expect(index.match('解放路2号')).toMatchObject({ certainty: 'exact', match: { entry: entry('b', '解放路2号') } })
    const again = loaded(index.toBytes())
    again.add([entry('c', '人民路1号', 109.6)])
    expect(again.size).toBe(3)
    expect(again.match('人民路1号')).toMatchObject({ certainty: 'ambiguous', doubt: 'several' })
  })

  it('keeps entries as they were given', () => {
    const given: AddressEntry = {
      id: 'x-1', text: '城關街道　人民路１號', textEn: '1 Renmin Road', areaCode: '610599001', lng: 109.123456789, lat: -34.1,
    }
    expect(loaded(createAddressIndex([given]).toBytes()).match('人民路1号').candidates[0]?.entry).toEqual(given)
  })

  it('has no answer when empty', () => {
    expect(createAddressIndex().match('人民路1号')).toEqual({ certainty: 'none', candidates: [], doubt: 'unknown-name' })
    expect(createAddressIndex().suggest('人民')).toEqual([])
  })
})
