import { describe, expect, it } from 'vitest'
import { createAddressIndex } from '#shared/address/create-address-index.ts'

const texts = [
  '城关街道人民路12号', '城关街道人民路120号', '城关街道人民路3号', '东塬镇人民路12号', '城关街道人民路12号幸福小区3号楼',
  '城关街道解放路8号', 'Steiner Landstraße 12, 3500 Krems',
]
const areas = [{ code: '610599', name: '云渡县' }, { code: '610599001', name: '城关街道' }, { code: '610599101', name: '东塬镇' }]
const entries = texts.map((text, i) => ({ id: String(i), text, lng: 109 + i / 100, lat: 34 }))
const index = createAddressIndex(entries, { areas })
const found = (query: string, limit = 3) => index.suggest(query, limit).map((match) => match.entry.text)

describe('suggest', () => {
  it.each([
    ['解', '城关街道解放路8号'], ['人民路120', '城关街道人民路120号'], ['东塬人民', '东塬镇人民路12号'], ['jief', '城关街道解放路8号'],
    ['jfl', '城关街道解放路8号'], ['jfl8', '城关街道解放路8号'], ['xfxq', '城关街道人民路12号幸福小区3号楼'], ['幸福', '城关街道人民路12号幸福小区3号楼'],
    ['stein', 'Steiner Landstraße 12, 3500 Krems'], ['解放璐', '城关街道解放路8号'],
  ])('%s', (typed, text) => expect(found(typed)[0]).toBe(text))

  it('continues a number that is begun', () => {
    expect(found('人民路12', 10).slice(0, 2).sort()).toEqual(['东塬镇人民路12号', '城关街道人民路12号'].sort())
    expect(found('人民路12', 10)).toContain('城关街道人民路120号')
    expect(found('人民路12', 10)).not.toContain('城关街道人民路3号')
  })

  it('keeps to the limit and answers nothing to nothing', () => {
    expect(found('人民', 2)).toHaveLength(2)
    expect(found('')).toEqual([])
  })
})
