import { describe, expect, it } from 'vitest'
import { readmeTable } from '../../bench/readme-table.ts'

const at = '2026-11-22T01:02:03.000Z'
const plain = { other: null, otherName: null, ratio: null, spread: null }

describe('readmeTable', () => {
  it('has a row for each result, parts by name, and says which bars were reached', () => {
    const table = readmeTable({
      tiles: { machine: 'A', at, results: [{ name: 'first', unit: 'ms', ours: 12.3456, ...plain, bar: 20, reached: true }] },
      check: { machine: 'A', at, results: [{ name: 'batch', unit: 'ms', ours: 2, other: 1, otherName: 'JSON', ratio: 0.5, spread: 0.034, bar: 0.85, reached: false }] },
    })
    expect(table.split('\n')).toEqual([
      'Measured on A.',
      '',
      '| measured | here | beside | times better | bar |',
      '|---|--:|---|--:|---|',
      '| **check**, 2026-11-22 | | | | |',
      '| batch | 2 ms ± 3 % | JSON: 1 | 0.5 | 0.85 **not reached** |',
      '| **tiles**, 2026-11-22 | | | | |',
      '| first | 12.3 ms |  |  | 20 reached |',
      '',
    ])
  })

  it('names every machine where there are several', () => {
    const table = readmeTable({ a: { machine: 'A', at, results: [] }, b: { machine: 'B', at, results: [] } })
    expect(table).toContain('Machine 2: B.')
    expect(table).toContain('**b** (machine 2)')
  })
})
