import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootDir } from '../../../server/root.ts'

const FILES = ['places', 'buildings', 'roads', 'water', 'addresses', 'sites', 'checkpoints']

describe('ids of the demo district', () => {
  it.each(FILES)('name one feature each in %s', (file) => {
    const text = readFileSync(join(rootDir, 'data', 'demo', `${file}.geojson`), 'utf8')
    const ids = (JSON.parse(text) as { features: { properties: { id: string } }[] }).features.map(({ properties }) => properties.id)
    const seen = new Set<string>()
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id) => seen.size === seen.add(id).size)).toEqual([])
  })
})
