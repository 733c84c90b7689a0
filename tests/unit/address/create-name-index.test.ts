import { describe, expect, it } from 'vitest'
import { createNameIndex } from '#shared/address/create-name-index.ts'

const entry = (id: string, name: string, nameEn: string, rank = 5) =>
  ({ id, name, nameEn, kind: 'place', lng: 109, lat: 34, rank })
const index = createNameIndex([
  entry('h1', '云渡县人民医院', 'Yundu County Hospital', 2),
  entry('h2', '东塬镇卫生院', 'Dongyuan Town Clinic'),
  entry('s1', '云渡县第三小学', 'Yundu No. 3 Primary School'),
  entry('a1', '城关街道', 'Chengguan Subdistrict', 1),
  entry('610599-S-0007', '幸福小区封控区', 'Xingfu Compound sealed zone', 0),
  entry('c1', '长乐路卡点', 'Changle Road checkpoint'),
  entry('k1', 'Steiner Landstraße', ''),
])
const best = (query: string) => index.suggest(query)[0]?.entry.id

describe('name index', () => {
  it.each([
    ['人民医院', 'h1'], ['雲渡縣人民醫院', 'h1'], ['云渡县医院', 'h1'], ['县 医院', 'h1'], ['renminyiyuan', 'h1'],
    ['ren min yi yuan', 'h1'],
    ['ydxrmyy', 'h1'], ['rmyy', 'h1'], ['hospital', 'h1'], ['yundu hosp', 'h1'], ['dongyuan', 'h2'],
    ['wsy', 'h2'], ['第3小学', 's1'],
    ['3小学', 's1'], ['cheng', 'a1'], ['城关', 'a1'], ['s-0007', '610599-S-0007'], ['610599-s-0007', '610599-S-0007'],
    ['幸福', '610599-S-0007'],
    ['changle', 'c1'], ['zhangle', 'c1'], ['steiner landstrasse', 'k1'], ['landstr', 'k1'],
  ])('finds %s', (query, id) => expect(best(query)).toBe(id))

  it('puts the more important first among equals', () => {
    const same = createNameIndex([entry('b', '中心小学', '', 9), entry('a', '中心小学', '', 3)])
    expect(same.suggest('中心').map((match) => match.entry.id)).toEqual(['a', 'b'])
  })

  it('answers nothing to nothing, and nothing to what is not there', () => {
    expect(index.suggest('  ')).toEqual([])
    expect(index.suggest('火车站')).toEqual([])
    expect(index.suggest('zzzz')).toEqual([])
  })

  it('is readied in parts, and finds the same', () => {
    const parts = createNameIndex([entry('a', '东街小学', ''), entry('b', '西街小学', ''), entry('c', '南街小学', '')])
    expect([parts.prepare(2), parts.prepare(2), parts.prepare(2)]).toEqual([true, false, false])
    expect(parts.suggest('xijie').map((match) => match.entry.id)).toEqual(['b'])
  })

  it('keeps to the limit', () => expect(index.suggest('y', 2).length).toBeLessThanOrEqual(2))
})
