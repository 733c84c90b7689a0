import type { Base } from './base.ts'
import { crossEdge } from './crossings.ts'
import type { Crossing } from './crossings.ts'
import { COUNTY_CODE } from './divisions.ts'
import type { Coded, Divisions } from './divisions.ts'
import { feature, point } from './geojson.ts'
import type { Feature } from './geojson.ts'
import { english } from './names.ts'
import { interior } from './interior.ts'
import { centroid } from './polygon.ts'
import type { Road } from './road.ts'
import { dist } from './vector.ts'
import type { Xy } from './vector.ts'

type Post = { name: string; en: string; tier: 'county' | 'township' | 'village' | 'compound'; state: string; green: boolean; area: string; road: number; at: Xy }
export type Situation = { zones: unknown[]; checkpoints: Post[]; sites: Feature[]; open: Crossing; sealed: [Coded, Coded]; controlled: string }

const vehicular = (r: Road): boolean => r.class !== 'rail' && r.class !== 'ferry' && r.class !== 'motorway'
const large = (r: Road): boolean => r.class === 'trunk' || r.class === 'primary' || r.class === 'secondary'
const MEASURES = {
  sealed: [{ zh: '足不出户、服务上门', en: 'Nobody leaves home; services come to the door' }, { zh: '每日健康监测，按户采样', en: 'Daily health checks; samples taken household by household' }],
  controlled: [{ zh: '人不出区、严禁聚集', en: 'Nobody leaves the zone; no gatherings' }, { zh: '错峰取物，凭证放行保供车辆', en: 'Goods are fetched at set hours; supply lorries pass with a certificate' }],
  precaution: [{ zh: '个人防护、少出不聚', en: 'Personal protection; go out less; no crowds' }],
}

/** Superblocks of the inner town, the likeliest first; each is a community of its own or part of one. */
const INNER = [[3, 1], [2, 1], [3, 2], [2, 2]] as const

/** Two neighbouring compounds of some size in one community of the inner town. */
const pickSealed = (units: Base['county']['units'], homes: readonly Coded[]): { unit: number; a: Coded; b: Coded } => {
  const found = INNER.flatMap(([column, row]) => {
    const unit = units.findIndex((u) => u.plan.code === '990101001' && u.cells.some((c) => c[0] === column && c[1] === row))
    const mine = homes.filter((s) => s.unit === unit && s.buildings.length >= 5)
    return mine.flatMap((a, i) => mine.slice(i + 1).map((b) => ({ unit, a, b, apart: dist(centroid(a.ring), centroid(b.ring)) }))).sort((x, y) => x.apart - y.apart).slice(0, 1)
  })[0]
  if (!found) throw new Error('no community of the inner town has two compounds to seal')
  return found
}

/** A finished situation: two sealed compounds, their community controlled, the rest of the street under precaution; all exits guarded but one. */
export const makeSituation = (base: Base, divisions: Divisions, roads: Road[]): Situation => {
  const { county, plans } = base
  const { unit, a, b } = pickSealed(county.units, divisions.settlements)
  const ring = county.ground((u) => u === unit).polygons[0]!.outer
  const exits = crossEdge(roads, ring, vehicular)
  const gates = [a, b].map((home) => ({ home, at: crossEdge(roads, home.ring, vehicular) }))
  const street = county.ground((u) => county.units[u]!.plan === plans[0]).polygons[0]!.outer
  const townshipEdge = crossEdge(roads, street, (r) => large(r) && vehicular(r))
  const countyEdge = crossEdge(roads, county.ground(() => true).polygons[0]!.outer, (r) => large(r))
  // The way left open is a lane: the sort that is forgotten at night.
  const open = exits.find((x) => roads[x.road]!.class === 'residential')!
  const zone = divisions.units[unit]!
  const seat = centroid(ring)
  const title = (c: Crossing, from: Xy): { zh: string; en: string } => {
    const [dx, dy] = [c.at[0] - from[0], c.at[1] - from[1]]
    const [zh, en] = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? ['东', 'East'] : ['西', 'West']) : dy > 0 ? ['北', 'North'] : ['南', 'South']
    const road = roads[c.road]!.name
    return road ? { zh: `${road}${zh}口`, en: `${english(road)} ${en}` } : { zh: `小路${zh}口`, en: `Lane ${en}` }
  }
  const posts: Post[] = [
    ...gates.flatMap(({ home, at }) => at.map((c, i): Post => ({ name: `${home.name}${i === 0 ? '主' : '侧'}门`, en: `${home.en} ${i === 0 ? 'main' : 'side'} gate`, tier: 'compound', state: 'staffed', green: i === 0, area: home.code, road: c.road, at: c.at }))),
    ...exits.filter((c) => c !== open).map((c, i): Post => ({ name: `${zone.name}${title(c, seat).zh}卡点`, en: `${zone.en}, ${title(c, seat).en}`, tier: 'village', state: 'staffed', green: large(roads[c.road]!) || i % 4 === 0, area: zone.code, road: c.road, at: c.at })),
    ...townshipEdge.map((c, i): Post => ({ name: `城关街道${title(c, seat).zh}卡点`, en: `Chengguan Subdistrict, ${title(c, seat).en}`, tier: 'township', state: (['staffed', 'planned', 'staffed', 'suspended', 'staffed', 'withdrawn'] as const)[i % 6]!, green: i % 3 === 0, area: '990101001000', road: c.road, at: c.at })),
    ...countyEdge.map((c, i): Post => ({ name: `县界${title(c, [0, 0]).zh}卡点`, en: `County line, ${title(c, [0, 0]).en}`, tier: 'county', state: (['staffed', 'staffed', 'planned', 'withdrawn', 'staffed'] as const)[i % 5]!, green: i % 2 === 0, area: COUNTY_CODE, road: c.road, at: c.at })),
    ...base.exits.map((e): Post => ({ name: `${e.name}收费站卡点`, en: `${english(e.name.slice(0, 2))} ${e.name.endsWith('东') ? 'East' : 'West'} Toll Gate`, tier: 'county', state: 'staffed', green: true, area: COUNTY_CODE, road: roads.findIndex((r) => r.class === 'motorway_link' && r.line.some((p) => dist(p, e.toll) < 0.3)), at: e.toll })),
  ]
  const basis = (n: number): { number: string; issuer: string; date: string } => ({ number: `云渡指〔2021〕${n}号`, issuer: '云渡县疫情防控指挥部', date: '2021-12-21' })
  const draft = (kind: keyof typeof MEASURES, name: string, en: string, definition: unknown, reason: string, n: number, days: number): unknown => ({
    kind, name, name_en: en, definition, rule_pack: 'three-zones-2021', measures: MEASURES[kind], legal_basis: basis(n), reason, authority: '云渡县疫情防控指挥部办公室', review_in_days: days, audience: 'public',
  })
  const sites = [[a, 3, '2021-12-19'], [a, 1, '2021-12-20'], [b, 2, '2021-12-20']].map(([home, cases, date], i) => {
    const block = (home as Coded).buildings[i === 1 ? 3 : 1]!
    return feature({ id: `site-${i + 1}`, place: `${(home as Coded).name}${block.number}幢`, on_date: date, cases }, point(interior(block.footprint)))
  })
  // Two posts of one name are told apart by a number.
  const named = posts.map((p, i): Post => {
    const n = posts.slice(0, i).filter((q) => q.name === p.name).length
    return n === 0 ? p : { ...p, name: `${p.name}${n + 1}`, en: `${p.en} ${n + 1}` }
  })
  return {
    checkpoints: named, sites, open, sealed: [a, b], controlled: zone.code,
    zones: [
      draft('sealed', `${a.name}、${b.name}封控区`, `${a.en} and ${b.en} sealed zone`, { type: 'units', codes: [a.code, b.code] }, '两小区报告本土病例', 17, 14),
      draft('controlled', `${zone.name}管控区`, `${zone.en} controlled zone`, { type: 'units', codes: [zone.code], minus_stricter: true }, '封控小区所在社区', 17, 14),
      draft('precaution', '城关街道防范区', 'Chengguan Subdistrict precaution zone', { type: 'rest_of', area: '990101001000' }, '封控区、管控区以外的街道其余部分', 18, 21),
    ],
  }
}

const ASKS = {
  county: [{ zh: '48小时核酸阴性证明', en: 'Negative test within 48 hours' }, { zh: '行程说明', en: 'Statement of the journey' }],
  township: [{ zh: '48小时核酸阴性证明', en: 'Negative test within 48 hours' }],
  village: [{ zh: '通行证或保供证明', en: 'Pass or supply certificate' }, { zh: '24小时核酸阴性证明', en: 'Negative test within 24 hours' }],
  compound: [{ zh: '保供、就医、应急车辆放行单', en: 'Release slip for supply, medical and emergency vehicles' }],
}

type Duty = readonly [duty: string, needed: number]
const DUTIES: Record<Post['tier'], readonly Duty[]> = {
  county: [['documents', 4], ['temperature', 2], ['registration', 2], ['traffic', 2], ['disinfection', 1]],
  township: [['documents', 2], ['temperature', 1], ['registration', 1], ['traffic', 1]],
  village: [['documents', 2], ['temperature', 1], ['disinfection', 1]],
  compound: [['documents', 1], ['supplies', 2], ['disinfection', 1]],
}

/** Posts and shifts: nobody at a planned gate, and here and there somebody missing. */
function staffingOf({ tier, state }: Post, i: number): unknown {
  if (state === 'withdrawn') return undefined
  const isThere = state === 'staffed'
  const posts = DUTIES[tier].map(([duty, needed], k) => ({ duty, needed, assigned: !isThere ? 0 : i % 6 === 2 && k === 0 ? needed - 1 : needed }))
  return { shifts: { needed: 3, assigned: !isThere ? 0 : i % 9 === 4 ? 2 : 3 }, posts }
}

export const checkpointFeatures = (posts: readonly Post[]): Feature[] =>
  posts.map((p, i) => feature({ id: `cp-${String(i + 1).padStart(2, '0')}`, name: p.name, name_en: p.en, tier: p.tier, state: p.state, green_lane: p.green, rule_card: { asks: ASKS[p.tier] }, staffing: staffingOf(p, i), area_code: p.area, road_id: `r${p.road + 1}` }, point(p.at)))
