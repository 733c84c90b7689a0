import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts keys at every depth, leaves undefined out and keeps the order of lists', () => {
    expect(canonicalJson({ b: [3, { d: 1, c: '三' }], a: undefined, Z: null })).toBe('{"Z":null,"b":[3,{"c":"三","d":1}]}')
  })

  it('is JSON of the same value, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 1 },
    )
  })
})
