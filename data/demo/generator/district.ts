import { makeAddresses } from './addresses.ts'
import { makeBase } from './base.ts'
import type { Building } from './building.ts'
import { makeDivisions } from './divisions.ts'
import { collection, feature, lineString, polygon } from './geojson.ts'
import type { Feature } from './geojson.ts'
import { createNames, english } from './names.ts'
import { countPeople } from './people.ts'
import { makePlaces } from './places.ts'
import { createRandom } from './random.ts'
import type { Road } from './road.ts'
import { settle } from './settle.ts'
import { checkpointFeatures, makeSituation } from './situation.ts'
import { translate } from './translate.ts'
import { createUnitFinder } from './unit-at.ts'
import type { Water } from './water.ts'

const SEED = 990101
const HAMLETS = 98
const PEOPLE = 190_000

const roadFeatures = (roads: readonly Road[]): Feature[] =>
  roads.map((r, i) => feature({
    id: `r${i + 1}`, class: r.class, name: r.name, name_en: r.name ? english(r.name) : '', ref: r.ref, oneway: r.oneway ?? false, bridge: r.bridge ?? false, tunnel: r.tunnel ?? false, layer: r.layer,
  }, lineString(r.line)))

const waterFeatures = (water: Water): Feature[] => [
  ...water.bodies.map((b) => feature({ id: b.id, kind: b.kind, name: b.name, name_en: b.name ? english(b.name) : '' }, polygon(b.outer, b.holes))),
  ...water.courses.map((c) => feature({ id: c.id, kind: c.kind, name: c.name, name_en: english(c.name) }, lineString(c.line))),
]

/** The whole demo district as the texts of its files; the same bytes on every run. */
export const makeDistrict = (): { files: Map<string, string> } => {
  const random = createRandom(SEED)
  const base = makeBase(random.fork('ground'), HAMLETS)
  const names = createNames(random.fork('names'))
  const settled = settle(random, base, names)
  const divisions = makeDivisions(base, settled, names)
  const stock: { building: Building; area: string }[] = [
    ...divisions.settlements.flatMap((s) => s.buildings.map((building) => ({ building, area: s.code }))),
    ...settled.towns.flatMap((t) => [...t.specials.flatMap((s) => s.buildings.map((building) => ({ building, unit: s.unit }))), ...t.shops]).concat(settled.ribbons).map(({ building, unit }) => ({ building, area: divisions.units[unit]!.code })),
  ]
  stock.push({ building: settled.station, area: divisions.units[createUnitFinder(base.county)(settled.station.at)]!.code })
  const people = countPeople(random.fork('people'), stock.map((s) => s.building), PEOPLE)
  const idOf = new Map(stock.map((s, i) => [s.building, `b${i + 1}`]))
  const situation = makeSituation(base, divisions, settled.roads)
  const buildings = stock.map(({ building: b, area }) =>
    feature({ id: idOf.get(b), name: b.name, name_en: b.name ? translate(b.name) : '', levels: b.levels, use: b.use, area_code: area, ...people.get(b) }, polygon(b.footprint)))
  const files = new Map([
    ['areas.geojson', collection(divisions.features)],
    ['places.geojson', collection(makePlaces(random.fork('places'), base, settled, divisions, people))],
    ['buildings.geojson', collection(buildings)],
    ['roads.geojson', collection(roadFeatures(settled.roads))],
    ['water.geojson', collection(waterFeatures(base.water))],
    ['addresses.geojson', collection(makeAddresses(base, settled, divisions, idOf))],
    ['sites.geojson', collection(situation.sites)],
    ['checkpoints.geojson', collection(checkpointFeatures(situation.checkpoints))],
    ['zones.json', `${JSON.stringify(situation.zones, null, 2)}\n`],
  ])
  return { files }
}

