import type { Lot } from './compound-layout.ts'
import type { Random } from './random.ts'
import type { Special } from './special-lots.ts'
import type { Block } from './town-streets.ts'
import type { TownPlan } from './town-plan.ts'
import { dist } from './vector.ts'
import type { Xy } from './vector.ts'

export type Wanted = { kind: Special; place: string; name: string; near: Xy; capacity: Readonly<Record<string, number | string>>; size: number }
export type SpecialLot = { wanted: Wanted; lot: Lot; block: Block }

const want = (kind: Special, place: string, name: string, near: Xy, capacity: Wanted['capacity'] = {}, size = 70): Wanted => ({ kind, place, name, near, capacity, size })

/** Set-pieces of the two streets, placed on the fitting block nearest to where they are wanted (street coordinates). */
const CITY: Readonly<Record<string, readonly Wanted[]>> = {
  '990101001': [
    want('hospital', 'designated_hospital', '云渡县人民医院', [-900, 1150], { beds: 620, icu: 24, state: 'ready' }, 130),
    want('hospital', 'hospital', '云渡县中医医院', [1250, 650], { beds: 260 }, 110),
    want('government', 'government', '云渡县人民政府', [250, 1150], {}, 110),
    want('mall', 'mall', '云渡万和城', [-250, 1180], {}, 110), want('mall', 'mall', '鼓楼商场', [60, 700], {}, 80),
    want('market', 'market', '东关农贸市场', [700, 500], {}, 90), want('market', 'market', '北街蔬菜批发市场', [1000, 1700], {}, 110), want('market', 'market', '西关综合市场', [-700, 300], {}, 90),
    want('school', 'school', '云渡县第一中学', [-1350, 650], { pupils: 2600 }, 140), want('school', 'school', '云渡县第二中学', [1350, 1150], { pupils: 1900 }, 130),
    want('school', 'school', '云渡县职业教育中心', [-1400, 1700], { pupils: 1500 }, 140), want('school', 'school', '鼓楼小学', [-150, 480], { pupils: 1250 }, 85),
    want('school', 'school', '实验小学', [850, 1150], { pupils: 1400 }, 105), want('school', 'school', '西关小学', [-1000, 250], { pupils: 900 }, 100), want('school', 'school', '城北小学', [-300, 1700], { pupils: 850 }, 105),
    want('bus', 'station', '云渡汽车客运站', [420, 1750], { bays: 28 }, 90), want('temple', 'worship', '云渡文庙', [180, 320], {}, 70), want('temple', 'worship', '东关清真寺', [900, 260], {}, 60),
    want('hotel', 'hotel', '云渡宾馆', [-100, 1180], { rooms: 180 }, 80), want('hotel', 'quarantine_site', '迎宾酒店隔离点', [-1500, 1200], { rooms: 160, state: 'in_use' }, 80), want('hotel', 'hotel', '站前商务酒店', [150, 1750], { rooms: 96 }, 80),
    want('care', 'care_home', '云渡县敬老院', [1450, 300], { beds: 180 }, 90), want('care', 'care_home', '康乐老年公寓', [-650, 1680], { beds: 120 }, 80),
    want('works', 'cold_store', '云渡冷链物流中心', [1450, 1750], { tonnes: 6000 }, 120), want('works', 'food', '云水面粉食品厂', [-1500, 1550], {}, 120),
    want('depot', 'depot', '云渡县应急物资储备库', [700, 1750], { pallets: 2400, state: 'ready' }, 110), want('office', 'laboratory', '云渡县疾病预防控制中心', [-450, 1150], { tubes_per_day: 6000, state: 'ready' }, 80),
    want('site', 'construction_site', '锦业广场工地', [-1450, 1000], {}, 100), want('site', 'construction_site', '东城项目工地', [1480, 900], {}, 100),
    want('office', 'police', '城关派出所', [-350, 250], {}, 60), want('office', 'fire_station', '云渡县消防救援站', [950, 900], { engines: 6 }, 80), want('hall', 'government', '云渡县文化馆', [500, 1180], {}, 70),
    want('clinic', 'clinic', '城关街道社区卫生服务中心', [-600, 700], {}, 60), want('clinic', 'fever_clinic', '县医院发热门诊分部', [-700, 1380], { beds: 20 }, 60),
    want('kindergarten', 'kindergarten', '县直幼儿园', [-500, 480], { pupils: 360 }, 60), want('kindergarten', 'kindergarten', '阳光幼儿园', [1100, 420], { pupils: 300 }, 60), want('kindergarten', 'kindergarten', '城北幼儿园', [150, 1500], { pupils: 280 }, 60),
    want('office', 'government', '城关街道办事处', [-250, 760], {}, 60), want('hall', 'worship', '北街基督教堂', [350, 860], {}, 60),
  ],
  '990101002': [
    want('hospital', 'hospital', '滨河医院', [350, -350], { beds: 320 }, 120), want('mall', 'mall', '滨河天街', [-250, -300], {}, 110), want('government', 'government', '滨河政务服务中心', [250, -700], {}, 105),
    want('school', 'school', '滨河中学', [-850, -750], { pupils: 1700 }, 130), want('school', 'school', '滨河小学', [850, -300], { pupils: 1300 }, 110), want('school', 'school', '观澜小学', [-300, -1250], { pupils: 960 }, 110),
    want('site', 'construction_site', '滨河新城三期工地', [950, -1250], {}, 110), want('site', 'construction_site', '云水中心工地', [-800, -1300], {}, 110), want('hotel', 'hotel', '滨河国际酒店', [-250, -100], { rooms: 210 }, 80),
    want('hotel', 'quarantine_site', '云水假日酒店隔离点', [900, -750], { rooms: 140, state: 'ready' }, 80), want('market', 'market', '滨河菜市场', [400, -1250], {}, 95), want('care', 'care_home', '夕阳红养老中心', [-750, -300], { beds: 150 }, 90),
    want('depot', 'depot', '滨河生活物资配送中心', [400, -1400], { pallets: 1600, state: 'ready' }, 105), want('clinic', 'clinic', '滨河街道社区卫生服务中心', [-100, -800], {}, 60), want('kindergarten', 'kindergarten', '滨河幼儿园', [700, -900], { pupils: 330 }, 60),
    want('office', 'police', '滨河派出所', [200, -1200], {}, 60), want('office', 'laboratory', '云水医学检验所', [-900, -1050], { tubes_per_day: 9000, state: 'ready' }, 70), want('office', 'government', '滨河街道办事处', [100, -500], {}, 60),
  ],
}

const country = (plan: TownPlan): Wanted[] => {
  const stem = plan.name.slice(0, 2)
  return [
    want('school', 'school', `${stem}中学`, [250, 120], { pupils: 620 }, 85), want('office', 'government', `${plan.name}人民政府`, [-40, 60], {}, 50),
    want('clinic', 'hospital', `${stem}${plan.kind === 'town' ? '中心' : ''}卫生院`, [150, -80], { beds: 60 }, 50), want('market', 'market', `${stem}集贸市场`, [-200, -80], {}, 60),
    want('school', 'school', `${stem}中心小学`, [-200, 120], { pupils: 480 }, 70),
    ...(plan.code.endsWith('0') ? [want('care', 'care_home', `${stem}敬老院`, [300, -140], { beds: 50 }, 60)] : []),
  ]
}

export const lotOf = (b: Block): Lot => ({ plan: b.plan, u0: b.u0, u1: b.u1, v0: b.v0, v1: b.v1, south: b.sides[0], north: b.sides[1] })

/** Gives each wanted set-piece a block; what is left is for housing. */
export const assignLots = (random: Random, plan: TownPlan, blocks: readonly Block[], reserved: (b: Block) => boolean): { specials: SpecialLot[]; housing: Lot[][] } => {
  const free = new Set(blocks.filter((b) => !reserved(b) && b.u1 - b.u0 > 30 && b.v1 - b.v0 > 30))
  const specials: SpecialLot[] = []
  for (const wanted of CITY[plan.code] ?? country(plan)) {
    const span = (b: Block): number => Math.min(b.u1 - b.u0, b.v1 - b.v0)
    const cost = (b: Block): number => dist(wanted.near, [(b.u0 + b.u1) / 2, (b.v0 + b.v1) / 2]) + Math.max(0, wanted.size - span(b)) * 14 + Math.max(0, span(b) - wanted.size * 1.35) * 4
    const block = [...free].reduce<Block | undefined>((best, b) => (best === undefined || cost(b) < cost(best) ? b : best), undefined)
    if (!block || free.size < 4) break
    free.delete(block)
    specials.push({ wanted, lot: lotOf(block), block })
  }
  const housing = [...free].map((b): Lot[] => {
    const lot = lotOf(b)
    const w = b.u1 - b.u0
    if (w < 270) return [lot]
    const middle = b.u0 + w * random.range(0.42, 0.58)
    return [{ ...lot, u1: middle - 2 }, { ...lot, u0: middle + 2 }]
  })
  return { specials, housing }
}
