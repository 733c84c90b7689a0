import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { access } from '#shared/roads/access.ts'
import { nearestRoad } from '#shared/roads/nearest-road.ts'
import { reach } from '#shared/roads/reach.ts'
import { supply } from '#shared/roads/supply.ts'
import { travel } from '#shared/roads/travel.ts'
import { at, graphOf, type Drawn } from './make-roads.ts'
import { pictureOf } from './make-picture.ts'

const box = (x0: number, y0: number, x1: number, y1: number): Polygon => ({
  type: 'Polygon', coordinates: [[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]],
})

// A village (x 0 … 10) with a loop of streets and a lane to the north; one bridge leads east to the town with all its care.
//
//      |lane
//   ┌──┴──┐
//   └─────┴──── bridge ──── town
const ROADS: Drawn[] = [
  { line: [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], name: '环村路' },
  { line: [[0, 4], [0, 9]], name: '北巷' },
  { line: [[4, 0], [11, 0]], class: 'tertiary', name: '村口桥', bridge: true },
  { line: [[11, 0], [30, 0]], class: 'primary', name: '县道' },
]
const HOUSES = [[1, 0, 10], [3, 4, 20], [2, 4, 5], [0, 6, 7], [0, 8, 8], [8, 9, 3]] as const
const TOWN = [['hospital', 29, 0], ['designated_hospital', 28, 0], ['fire_station', 27, 0], ['pharmacy', 26, 0], ['food', 25, 0], ['depot', 24, 0], ['quarantine_site', 23, 0]] as const
const VILLAGE = box(-1, -1, 10, 10)
const picture = pictureOf(ROADS, HOUSES, [...TOWN, ['delivery_point', 1, 0]])
const closure = (x: number, y: number) => nearestRoad(picture.graph, at(x, y), 20)!
const told = (...closures: ReturnType<typeof closure>[]) => access(picture, VILLAGE, { closures, roomsPer10k: 40 })

describe('access', () => {
  it('counts buildings, people, and those far from any known road', () => {
    expect(told()).toMatchObject({ buildings: 6, people: 53, notSurveyed: 1, cutOff: [], unknown: [], unconnected: 0 })
    expect(told().rooms).toEqual({ needed: 1, ready: 100 })
  })

  it('names those whom a closure cuts off from every care, and the streets they live in', () => {
    const { cutOff } = told(closure(0, 5))
    expect(cutOff).toHaveLength(1)
    expect(cutOff[0]).toMatchObject({ buildings: 2, people: 15, streets: ['北巷'], lost: ['ambulance', 'fire_engine', 'hospital', 'pharmacy', 'food'] })
    // behind the second building of the lane, only one of them
    expect(told(closure(0, 7)).cutOff[0]).toMatchObject({ buildings: 1, people: 8 })
    expect(told(closure(2, 4)).cutOff).toEqual([])
    // two closures of one street have nobody between them but whom they shut in
    expect(told(closure(0, 5), closure(0, 7)).cutOff.map(({ people }) => people)).toEqual([8, 7])
  })

  it('keeps food where there is some inside, and says nothing of care that the data has not', () => {
    const inside = pictureOf(ROADS, HOUSES, [...TOWN, ['food', 0, 8.5]])
    const spot = nearestRoad(inside.graph, at(0, 5), 20)!
    expect(access(inside, VILLAGE, { closures: [spot], roomsPer10k: 40 }).cutOff[0]?.lost).toEqual(['ambulance', 'fire_engine', 'hospital', 'pharmacy'])
    const without = access(pictureOf(ROADS, HOUSES, [['hospital', 29, 0]]), VILLAGE, { closures: [spot], roomsPer10k: 40 })
    expect([without.unknown, without.cutOff[0]?.lost]).toEqual([['fire_engine', 'food'], ['ambulance', 'hospital', 'pharmacy']])
  })

  it('lists the one bridge with everybody behind it', () => {
    const { singlePoints } = access(pictureOf(ROADS, [...HOUSES, [1.5, 0, 1], [2.5, 0, 1]], TOWN), VILLAGE, { closures: [], roomsPer10k: 40 })
    expect(singlePoints).toMatchObject([{ name: '村口桥', bridge: true, buildings: 7, people: 52 }])
    const second = [...ROADS, { line: [[4, 4], [11, 4], [30, 0]] } as Drawn]
    expect(access(pictureOf(second, HOUSES, TOWN), VILLAGE, { closures: [], roomsPer10k: 40 }).singlePoints).toEqual([])
  })

  it('gives the time to the designated hospital, and who is beyond the hours', () => {
    const { designatedHospital } = told()
    expect(designatedHospital.beyond).toEqual([])
    expect(designatedHospital.longestMinutes).toBeGreaterThan(designatedHospital.medianMinutes!)
    expect(told(closure(0, 5)).designatedHospital.beyond).toMatchObject([{ street: '北巷', buildings: 2, people: 15, hours: null }])
    const far = pictureOf([{ line: [[0, 0], [400, 0]], class: 'ferry' }, { line: [[0, 0], [0, 1]], name: '渡口' }], [[0, 0.5, 9]], [['designated_hospital', 400, 0]])
    const { beyond } = access(far, VILLAGE, { closures: [], roomsPer10k: 40 }).designatedHospital
    expect(beyond).toMatchObject([{ street: '渡口', people: 9, hours: 4.6 }])
  })
})

describe('travel', () => {
  it('obeys one-ways, except for ambulances, and barriers', () => {
    const graph = graphOf({ line: [[0, 0], [10, 0]], oneway: true }, { line: [[10, 0], [15, 0], [20, 0]], tags: { barriers: '109.515,34.5,bollard' } })
    const from = (mode: 'foot' | 'car' | 'emergency', x: number, to: number) =>
      travel(graph, { mode, direction: 'from', spots: [nearestRoad(graph, at(x, 0), 10)!], blocks: new Map() }).toSpot(nearestRoad(graph, at(to, 0), 10)!)
    expect(from('car', 1, 9)).toBeCloseTo((8 * 91.88 * 3.6) / 25, 0)
    expect([from('car', 9, 1), from('car', 1, 19), from('emergency', 1, 19)]).toEqual([Infinity, Infinity, Infinity])
    expect(from('emergency', 9, 1)).toBeCloseTo(from('car', 1, 9), 6)
    expect(from('foot', 1, 19)).toBeCloseTo((18 * 91.88 * 3.6) / 4.5, -1)
    expect(from('car', 1, 14)).toBeLessThan(Infinity)
  })

  it('reaches places by time from a point', () => {
    const answer = reach(picture, { from: at(1, 0.2), mode: 'car', kinds: ['hospital', 'pharmacy'], closures: [], limit: 5 })!
    expect(answer.map(({ place }) => place.kind)).toEqual(['pharmacy', 'hospital'])
    expect(answer[0]!.seconds).toBeLessThan(answer[1]!.seconds!)
    expect(reach(picture, { from: at(1, 0), mode: 'car', kinds: ['hospital'], closures: [closure(8, 0)], limit: 5 })![0]!.seconds).toBeNull()
    expect(reach(picture, { from: at(90, 90), mode: 'car', kinds: ['hospital'], closures: [], limit: 5 })).toBeNull()
  })
})

describe('supply', () => {
  const compounds = [
    { code: 'a', name: '环村', nameEn: null, geometry: box(-0.5, -0.5, 4.5, 4.5) },
    { code: 'b', name: '北巷', nameEn: null, geometry: box(-0.5, 5, 4.5, 8.5) },
    { code: 'c', name: '山上', nameEn: null, geometry: box(7, 8, 9, 10) },
  ]
  const gaps = (asked: Partial<Parameters<typeof supply>[2]>) =>
    supply(picture, compounds, { closures: [], shut: [], walkM: 900, ...asked }).compounds.map(({ gap }) => gap)

  it('finds compounds too far from a delivery point, and those that no green lane leads to', () => {
    expect(gaps({})).toEqual([null, 'no_delivery_point', 'not_surveyed'])
    expect(gaps({ walkM: 1500 })).toEqual([null, null, 'not_surveyed'])
    expect(gaps({ walkM: 1500, shut: [closure(10, 0)] })).toEqual(['no_green_lane', 'no_green_lane', 'not_surveyed'])
    expect(gaps({ walkM: 1500, closures: [closure(0, 5)] })).toEqual([null, 'no_delivery_point', 'not_surveyed'])
    expect(supply(picture, compounds, { closures: [], shut: [], walkM: 500 }).compounds[0]).toMatchObject({ people: 35 })
  })
})

describe('a building’s road', () => {
  const edgeOf = (...beside: Drawn[]) => {
    const { graph, buildings } = pictureOf([...beside, { line: [[0, 0.6], [9, 0.6]], name: '村道' }], [[4, 0.1, 5]], [])
    return graph.names[graph.name[graph.edgeRoad[buildings.edge[0]!]!]!]!.name
  }
  const nearest = (more: Partial<Drawn>) => edgeOf({ line: [[0, 0], [9, 0]], name: '近路', ...more })

  it('is the nearest that a fire engine or a person may use and stop on', () => {
    expect([nearest({}), nearest({ class: 'footway' }), nearest({ class: 'track', tags: { access: 'private' } })]).toEqual(['近路', '近路', '近路'])
    const others: Partial<Drawn>[] = [
      { class: 'motorway' }, { class: 'motorway_link' }, { class: 'ferry' }, { tunnel: true }, { class: 'footway', tags: { foot: 'no' } },
    ]
    for (const other of others) expect([other, nearest(other)]).toEqual([other, '村道'])
  })
})

describe('a single point without a name', () => {
  // a nameless bridge and a nameless lane lead from the village street to the county road; a track into the fields
  const lane: Drawn[] = [
    { line: [[0, 0], [4, 0]], name: '环村路' }, { line: [[4, 0], [6, 0]], bridge: true }, { line: [[6, 0], [8, 0]] },
    { line: [[8, 0], [30, 0]], class: 'primary', ref: 'X101' },
  ]
  const houses = Array.from({ length: 6 }, (_, i) => [i / 2, 0, 3] as const)

  it('is told by the named roads that its ends lead to', () => {
    const { singlePoints } = access(pictureOf(lane, houses, [['hospital', 29, 0]]), VILLAGE, { closures: [], roomsPer10k: 40 })
    const bridge = singlePoints.find((point) => point.bridge)!
    expect(bridge).toMatchObject({ name: null, ref: null, near: null })
    expect(bridge.joins.map(({ name, ref }) => name ?? ref)).toEqual(['环村路', 'X101'])
    expect(singlePoints.filter(({ name, ref }) => (name ?? ref) !== null).every(({ joins }) => joins.length === 0)).toBe(true)
  })

  it('is told by the nearest named road where it joins none, or by nothing', () => {
    const apart = (name: string | null) => pictureOf([{ line: [[0, 0], [4, 0]] }, { line: [[4, 0], [9, 0]] }, { line: [[0, 3], [9, 3]], name }], houses, [['hospital', 8, 0]])
    const first = (name: string | null) => access(apart(name), VILLAGE, { closures: [], roomsPer10k: 40 }).singlePoints[0]!
    expect(first('堤路')).toMatchObject({ joins: [], near: { name: '堤路' } })
    expect(first(null)).toMatchObject({ joins: [], near: null })
  })
})
