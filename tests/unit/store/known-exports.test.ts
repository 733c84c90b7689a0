import { afterEach, expect, it } from 'vitest'
import { rememberExports } from '../../../server/store/embedded/known-exports.ts'

const keysOf = Object.keys
afterEach(() => void (Object.keys = keysOf))

it('asks once for the names that a library exports, and each time for those of any other object', () => {
  const exports = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`ST_${n}`, n]))
  const small: Record<string, number> = { a: 1 }
  rememberExports()
  expect(Object.keys(exports)).toHaveLength(20_000)
  expect(Object.keys(exports)).toBe(Object.keys(exports))
  expect(Object.keys(exports).indexOf('ST_19999')).toBe(19_999)
  expect(Object.keys(small)).toEqual(['a'])
  small['b'] = 2
  expect(Object.keys(small)).toEqual(['a', 'b'])
})
