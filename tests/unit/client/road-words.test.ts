import { describe, expect, it } from 'vitest'
import type { SinglePoint } from '#shared/schema/roads.ts'
import { DICTIONARIES } from '../../../client/i18n/dictionaries.ts'
import { roadWords } from '../../../client/panels/road-words.ts'

const NAMELESS: SinglePoint = {
  at: [109.5, 34.5], roadId: 1, class: 'track', name: null, nameEn: null, ref: null, bridge: false, people: 9, buildings: 5, joins: [], near: null, over: null,
}
const road = (name: string | null, nameEn: string | null = null, ref: string | null = null) => ({ name, nameEn, ref })
const both = (point: Partial<SinglePoint>) => [roadWords(DICTIONARIES.zh, 'zh', { ...NAMELESS, ...point }), roadWords(DICTIONARIES.en, 'en', { ...NAMELESS, ...point })]

describe('what a stretch of road is called', () => {
  it('is its name or number, with the water under a bridge', () => {
    expect(both({ name: '村口路', nameEn: 'Village Road' })).toEqual(['村口路', 'Village Road'])
    expect(both({ ref: 'X101', bridge: true })).toEqual(['X101 · 桥', 'X101 · bridge'])
    expect(both({ name: '云桥', bridge: true, over: { name: '云河', nameEn: 'Yun River' } })).toEqual(['云桥 · 跨云河', '云桥 · over Yun River'])
  })

  it('is otherwise the water under it, what it joins, what it is near, or where it is', () => {
    expect(both({ bridge: true, over: { name: 'Krems', nameEn: null } })).toEqual(['跨Krems的桥', 'Bridge over Krems'])
    expect(both({ joins: [road('南街', 'South Street'), road(null, null, 'X101')] })).toEqual(['南街与X101之间的无名机耕路', 'Unnamed track between South Street and X101'])
    expect(both({ class: 'footway', joins: [road('南街', 'South Street')] })).toEqual(['连接南街的无名小路', 'Unnamed path off South Street'])
    expect(both({ class: 'primary_link', near: road('南街', 'South Street') })).toEqual(['南街附近的无名匝道', 'Unnamed ramp near South Street'])
    expect(both({ class: 'residential' })[1]).toMatch(/^Unnamed road at .*34\.5.*109\.5|^Unnamed road at .*109\.5.*34\.5/)
  })
})
