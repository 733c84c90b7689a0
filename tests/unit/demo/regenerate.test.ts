import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeDistrict } from '../../../data/demo/generator/district.ts'
import { readText } from './load.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('the demo district’s generator', () => {
  it('writes the committed bytes again, under 6 MB in all', () => {
    const { files } = makeDistrict()
    expect(files.size).toBe(9)
    for (const [name, text] of files) expect(`${name} ${hash(text)}`).toBe(`${name} ${hash(readText(name))}`)
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(6_000_000)
  }, 180_000)
})
