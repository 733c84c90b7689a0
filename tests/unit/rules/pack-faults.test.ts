import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packFaults } from '#shared/rules/pack-faults.ts'
import type { RulePack } from '#shared/schema/rule-pack.ts'
import { readRulePacks } from '../../../server/rule-packs.ts'
import { pack, packIds } from './pack.ts'

const ninth = (change: (pack: RulePack) => void): RulePack => {
  const copy = structuredClone(pack('ninth-2022-06'))
  change(copy)
  return copy
}
const faults = (change: (pack: RulePack) => void) => packFaults(ninth(change), 'ninth-2022-06')

describe('the rule packs', () => {
  it('are the seven of 2021 and 2022, and none has a fault', () => {
    expect(packIds().sort()).toEqual([
      'beijing-2022-05', 'ninth-2022-06', 'shanghai-2022-04', 'shanghai-2022-05', 'ten-2022-12', 'three-zones-2021', 'twenty-2022-11',
    ])
    for (const id of packIds()) expect(packFaults(pack(id), id)).toEqual([])
  })

  it('say of every source what is not known of it, and both languages', () => {
    for (const { sources, levels, notes } of packIds().map(pack)) {
      for (const { issuer, date, not_known } of sources) if (issuer === null || date === null) expect(not_known).not.toBeNull()
      for (const text of [...levels.map(({ title }) => title), ...notes]) expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('keep the limits of their time', () => {
    expect(pack('ninth-2022-06').limits.map(({ id }) => id)).toEqual([
      'no-extending-at-will', 'no-enlarging-at-will', 'no-checkpoint-at-will', 'urgent-care', 'motorway-main-line', 'county-needs-level-above',
    ])
    expect(pack('ten-2022-12').limits[0]?.text.en).toBe('Fire routes, unit doors and compound gates must never be blocked')
  })
})

describe('a rule pack that cannot be used', () => {
  it.each<[string, (pack: RulePack) => void, string]>([
    ['a wrong kind', (p) => Object.assign(p.levels[0]!, { kind: 'red' }), '/levels/0/kind'],
    ['half a day', (p) => Object.assign(p.levels[0]!.rules[0]!.clauses[0]!, { days: 7.5 }), '/levels/0/rules/0/clauses/0/days'],
    ['an unknown clause', (p) => Object.assign(p.levels[0]!.rules[0]!.clauses[0]!, { type: 'luck' }), '/levels/0/rules/0/clauses/0'],
    ['a level that is not there', (p) => void (p.levels[0]!.rules[0]!.to = 'amber'), '/levels/0/rules/0/to'],
    ['a level that leads to itself', (p) => void (p.levels[0]!.rules[0]!.practice = 'high'), '/levels/0/rules/0/practice'],
    ['a level twice', (p) => void (p.levels[1]!.id = 'high'), '/levels/1/id'],
    ['two levels of a kind', (p) => void (p.levels[1]!.kind = 'sealed'), '/levels/1/kind'],
    ['no rule for ground that did not step down', (p) => void (p.levels[0]!.rules[0]!.when = 'stepped_down'), '/levels/0/rules'],
    ['another id than its file', (p) => void (p.id = 'tenth'), '/id'],
    ['no sources', (p) => void (p.sources = []), '/sources'],
  ])('names the place of %s', (_, change, pointer) => {
    expect(faults(change).map((fault) => fault.pointer).join(' ')).toContain(pointer)
  })

  it('stops the start with the file and the place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sanqu-packs-'))
    await mkdir(join(folder, 'planning'))
    await expect(readRulePacks(folder)).rejects.toThrow('holds no rule pack')
    const file = join(folder, 'ninth-2022-06.json')
    await writeFile(file, JSON.stringify(ninth((p) => void (p.levels[0]!.review_days = 0))))
    await expect(readRulePacks(folder)).rejects.toThrow(`${file}#/levels/0/review_days: must be >= 1`)
    await writeFile(file, '{"id":')
    await expect(readRulePacks(folder)).rejects.toThrow(file)
    await writeFile(file, JSON.stringify(pack('ninth-2022-06')))
    await expect(readRulePacks(folder)).rejects.toThrow('planning-2022.json')
  })
})
