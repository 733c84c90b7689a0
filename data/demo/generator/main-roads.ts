import { spline } from './polyline.ts'
import { portalAt } from './town-plan.ts'
import type { TownPlan } from './town-plan.ts'
import { dist } from './vector.ts'
import type { Xy } from './vector.ts'

type Via = Xy | string
type Route = { class: 'trunk' | 'primary' | 'secondary'; name: string; ref: string; via: readonly Via[] }
export type MainRoad = { class: Route['class']; name: string; ref: string; line: Xy[] }

const [NORTH, SOUTH, LIUWAN, SHIQIAO, QINGLING, BEIYUAN, NANCHUAN, XINGPING] =
  ['990101001', '990101002', '990101100', '990101101', '990101102', '990101103', '990101104', '990101200']

/** A string names a town's portal, a motorway exit, or `@n` the nearest vertex of route n to the point before or after it. */
const ROUTES: readonly Route[] = [
  { class: 'trunk', name: '599国道', ref: 'G599', via: [[-20400, -300], [-17800, 700], [-14600, 250], [-12000, 750], `${LIUWAN}:v1-`] },
  { class: 'trunk', name: '599国道', ref: 'G599', via: [`${LIUWAN}:v1+`, [-7600, 1350], [-5000, 1150], [-3000, 1500], `${NORTH}:v3-`] },
  { class: 'trunk', name: '599国道', ref: 'G599', via: [`${NORTH}:v3+`, [2900, 1000], [4300, 500], [5750, -480], [7300, -1500], [8700, -1750], `${SHIQIAO}:v1-`] },
  { class: 'trunk', name: '599国道', ref: 'G599', via: [`${SHIQIAO}:v1+`, [12300, -2100], [14700, -1600], [17300, -1500], [20400, -700]] },
  { class: 'primary', name: '云塬路', ref: 'S299', via: [`${NORTH}:u3+`, [80, 2750], [320, 4100], [620, 5300], [1700, 7000], [3300, 8600], [4500, 9500], `${BEIYUAN}:v1-`] },
  { class: 'primary', name: '云塬路', ref: 'S299', via: [`${BEIYUAN}:u2+`, [6300, 11200], [6000, 13000], [7200, 15900]] },
  { class: 'primary', name: '云水大桥', ref: 'S299', via: [`${NORTH}:u3-`, `${SOUTH}:u2+`] },
  { class: 'primary', name: '云川路', ref: 'S299', via: [`${SOUTH}:u2-`, [200, -3000], [900, -4700], [500, -6300], `${NANCHUAN}:u1+`] },
  { class: 'primary', name: '云川路', ref: 'S299', via: [`${NANCHUAN}:u1-`, [1500, -9300], [300, -10900], [600, -12600], [1300, -14000], [900, -15900]] },
  { class: 'secondary', name: '西关桥', ref: '', via: [`${NORTH}:u1-`, `${SOUTH}:u0+`] },
  { class: 'secondary', name: '柳杏路', ref: 'X901', via: ['@0', [-16000, 400], [-16250, -1000], [-16300, -2600], [-14900, -5200], [-12900, -7000], `${XINGPING}:v1-`] },
  { class: 'secondary', name: '石北路', ref: 'X902', via: ['@3', [14650, -900], [14850, 900], [14650, 2300], [14800, 4000], [13700, 5700], [12700, 7200], [10300, 8700], [8000, 9300], `${BEIYUAN}:v1+`] },
  { class: 'secondary', name: '青北路', ref: 'X907', via: [`${QINGLING}:u1+`, [-6700, 11300], [-5100, 13000], [-5600, 16500]] },
  { class: 'secondary', name: '杏南路', ref: 'X908', via: [`${XINGPING}:u1-`, [-8700, -10500], [-7300, -12200], [-7900, -16500]] },
  { class: 'secondary', name: '石南路', ref: 'X909', via: [`${SHIQIAO}:u1-`, [9900, -4000], [10800, -6500], [9900, -9500], [11000, -12000], [10300, -16500]] },
  { class: 'secondary', name: '柳塬路', ref: 'X910', via: [`${LIUWAN}:u1+`, [-9900, 3000], [-11700, 5600], [-12300, 8300], [-14600, 10300], [-16300, 14200]] },
  { class: 'secondary', name: '站前大道', ref: '', via: [`${NORTH}:u4+`, [590, 2600], [560, 3165]] },
  { class: 'secondary', name: '高速东连接线', ref: 'X905', via: ['@2', [2650, 1500], [2900, 2600], [3420, 3900], 'exit:1'] },
  { class: 'secondary', name: '高速西连接线', ref: 'X906', via: ['@1', [-3000, 1850], [-3260, 3200], [-3050, 4600], 'exit:0'] },
]

/** The national and provincial roads and four county roads, each a smooth line of vertices about 190 m apart. */
export const makeMainRoads = (plans: readonly TownPlan[], exits: readonly Xy[]): MainRoad[] => {
  const roads: MainRoad[] = []
  for (const { via, ...road } of ROUTES) {
    const points = via.map((stop, i): Xy => {
      if (typeof stop !== 'string') return stop
      if (stop.startsWith('exit:')) return exits[Number(stop.slice(5))]!
      if (!stop.startsWith('@')) {
        const [code, end] = stop.split(':')
        return portalAt(plans.find((p) => p.code === code)!, end!, 60)
      }
      const near = via[i + 1] as Xy
      return roads[Number(stop.slice(1))]!.line.reduce((best, p) => (dist(p, near) < dist(best, near) ? p : best))
    })
    roads.push({ ...road, line: spline(points, 190) })
  }
  return roads
}
