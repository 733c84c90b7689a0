import { describe, expect, it } from 'vitest'
import { DICTIONARIES } from '../../../client/i18n/dictionaries.ts'

const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]]

describe('the two dictionaries', () => {
  it('say the same things', () => {
    const zh = leaves(DICTIONARIES.zh).map(([path]) => path)
    expect(zh.length).toBeGreaterThan(200)
    expect(leaves(DICTIONARIES.en).map(([path]) => path).toSorted()).toEqual(zh.toSorted())
  })

  it('leave nothing empty and no Chinese in the English', () => {
    for (const [path, text] of [...leaves(DICTIONARIES.zh), ...leaves(DICTIONARIES.en)])
      if (typeof text === 'string') expect(text, path).not.toBe('')
    const mixed = leaves(DICTIONARIES.en).filter(([path, text]) => typeof text === 'string' && /\p{Script=Han}/u.test(text) && !['.productName', '.top.language'].includes(path))
    expect(mixed).toEqual([])
  })
})
