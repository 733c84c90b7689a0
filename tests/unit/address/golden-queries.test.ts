import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AddressArea, AddressEntry } from '#shared/address/address.ts'
import { createAddressIndex, loadAddressIndex } from '#shared/address/create-address-index.ts'

const golden = (name: string) => readFileSync(new URL(`../../golden/address/${name}`, import.meta.url), 'utf8')
const rows = (name: string): Record<string, string>[] => parse(golden(name), { columns: true })
const areas = rows('areas.csv').map((row) => row as AddressArea)
const register = rows('register.csv').map((row): AddressEntry => ({
  id: row['id'] ?? '',
  text: row['text'] ?? '',
  lng: Number(row['lng']),
  lat: Number(row['lat']),
  ...(row['areaCode'] ? { areaCode: row['areaCode'] } : {}),
  ...(row['textEn'] ? { textEn: row['textEn'] } : {}),
}))
// A query, the certainty of its answer, and the address it is sure of or the reason for doubt.
const cases = golden('queries.tsv').trim().split('\n').map((line) => line.split('\t'))
const built = createAddressIndex(register, { areas })
const loaded = loadAddressIndex(built.toBytes())

describe('golden queries', () => {
  it.each(cases)('%s: %s %s', (query = '', certainty, outcome) => {
    const answer = built.match(query)
    const found = 'match' in answer ? answer.match.entry.id : answer.doubt
    expect([answer.certainty, found]).toEqual([certainty, outcome])
    expect(loaded.ok && loaded.index.match(query)).toEqual(answer)
  })
})
