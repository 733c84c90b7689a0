import { describe, expect, it } from 'vitest'
import { parseAddress } from '#shared/address/parse-address.ts'

// Areas | name, its breaks | numbers as role, value, place | what lies below the building.
function shown(text: string): string {
  const { areas, name, breaks, numbers, flat } = parseAddress(text, (area) => area === '云渡县')
  const said = numbers.map(({ role, value, at }) => `${role} ${value}@${at}`).join(', ')
  return `${areas.join('/')} | ${name} ${breaks.join(',')} | ${said} | ${flat.join(' ')}`.replace(/ +/g, ' ').trim()
}

describe('parseAddress', () => {
  it.each([
    ['陕西省渭南市云渡县城关街道人民路12号', '陕西省/渭南市/云渡县/城关街道 | 人民路 | house 12@3 |'],
    ['云渡县城关街道人民路12号幸福小区3号楼2单元501室', '云渡县/城关街道 | 人民路幸福小区 3 | house 12@3, building 3@7 | u2 r501'],
    ['幸福小区2-1-301', '| 幸福小区 | building 2@4 | u1 r301'],
    ['幸福小区2-301', '| 幸福小区 | building 2@4 | r301'],
    ['幸福小区3#', '| 幸福小区 | building 3@4 |'],
    ['人民路3#', '| 人民路 | house 3@3 |'],
    ['幸福小区3号楼3楼', '| 幸福小区 | building 3@4 | f3'],
    ['人民路12之1号', '| 人民路 | house 12-1@3 |'],
    ['人民路12号-1', '| 人民路 | house 12-1@3 |'],
    ['人民路十二号A', '| 人民路 | house 12a@3 |'],
    ['人民路甲12号', '| 人民路 | house 12甲@3 |'],
    ['人民路12号附3号', '| 人民路 | house 12附3@3 |'],
    ['人民路012号', '| 人民路 | house 12@3 |'],
    ['万达广场B座1201', '| 万达广场 | building b@4 | r1201'],
    ['李家村三组12号', '| 李家村 | group 3@3, house 12@3 |'],
    ['某某路12弄3号5室', '| 某某路 | lane 12@3, house 3@3 | r5'],
    ['1号路5号', '| 1号路 | house 5@3 |'],
    ['农贸市场街5号', '| 农贸市场街 | house 5@5 |'],
    ['县前街12号', '| 县前街 | house 12@3 |'],
    ['城市花园3幢', '| 城市花园 | building 3@4 |'],
    ['中关村南大街5号', '中关村 | 南大街 | house 5@3 |'],
    ['人民路12号（城关街道）', '城关街道 | 人民路 | house 12@3 |'],
    ['人民路12号(3号楼)', '| 人民路 | house 12@3, building 3@3 |'],
    ['Steiner Landstr. 12 a, 3500 Krems an der Donau', 'krems an der donau | steinerlandstrasse | bare 12a@18 |'],
    ['12 Rue Grimaldi, 98000 Monaco', 'monaco | ruegrimaldi | bare 12@11 |'],
    ['No. 12, Renmin Road, Yundu County', 'yundu county | renminroad | bare 12@10 |'],
    ['renminlu12hao xingfuxiaoqu 3 hao lou', '| renminluxingfuxiaoqu 8 | bare 12@8, building 3@20 |'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected))

  it('notes what says a place beside the address', () => {
    const vague = (text: string) => parseAddress(text, () => false).vague
    expect(['人民路12号对面', '人民路与解放路交汇处', 'near Steiner Landstraße 12'].map(vague)).toEqual([true, true, true])
    expect(['人民路12号', 'Steiner Landstraße 12'].map(vague)).toEqual([false, false])
  })
})
