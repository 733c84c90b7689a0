import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../server/root.ts'

const tests = join(rootDir, 'tests')
const rows = readFileSync(join(tests, 'asvs.md'), 'utf8').split('\n').flatMap((line) => {
  const [, item, file, name] = /^\| (V[^|]+?) \| .* \| `([^`]+)` › (.+) \|$/.exec(line) ?? []
  return item === undefined ? [] : [{ item, file: file!, name: name! }]
})

describe('the table of ASVS items', () => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(35))
  it.each(rows)('$item names a test that exists: $file', ({ file, name }) => {
    const path = join(tests, file)
    expect(existsSync(path)).toBe(true)
    const written = readFileSync(path, 'utf8').replaceAll("\\'", "'")
    expect(written).toContain(name)
  })
})
