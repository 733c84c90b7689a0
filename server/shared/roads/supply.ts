import type { MultiPolygon, Polygon } from 'geojson'
import { labelPoint } from '../geometry/label-point.ts'
import type { LngLat } from '../geometry/position.ts'
import { spotsOf } from './care.ts'
import { insideBuildings, peopleIn } from './inside-buildings.ts'
import { FOOT_S_PER_M } from './road-class.ts'
import type { RoadPicture } from './road-picture.ts'
import { blocksOf, travel, type Spot } from './travel.ts'

/** A compound or natural village that goods must come to. */
export type Compound = { code: string; name: string; nameEn: string | null; geometry: Polygon | MultiPolygon }

export type SupplyAsked = {
  closures: readonly Spot[]
  /** Crossings of the zones that lorries may not pass: all that no green-lane gate holds. */
  shut: readonly Spot[]
  /** The longest walk from a building to its delivery point, in metres along ways. */
  walkM: number
}

export type SupplyGap = 'no_delivery_point' | 'no_green_lane' | 'not_surveyed'

export type CompoundSupply = {
  code: string
  name: string
  nameEn: string | null
  /** In the middle of it. */
  at: LngLat
  people: number
  /** From the building farthest from a supplied delivery point, in metres; null where there is no way. */
  walkM: number | null
  gap: SupplyGap | null
}

/** A depot or delivery point; `supplied`: lorries get there from a depot through green lanes. */
export type SupplyPlace = { id: number; kind: 'depot' | 'delivery_point'; name: string; nameEn: string | null; at: LngLat; supplied: boolean }

export type Supply = { compounds: CompoundSupply[]; places: SupplyPlace[] }

/**
 * For each compound whether every building in it has, within the walk, a delivery point that a lorry reaches from a depot
 * through green lanes alone. Volunteers carry goods through gates, so the walk is stopped by closures only.
 */
export function supply(picture: RoadPicture, compounds: readonly Compound[], { closures, shut, walkM }: SupplyAsked): Supply {
  const { graph, places, buildings } = picture
  const closed = blocksOf(closures)
  const points = spotsOf(places, 'delivery_point')
  const lorries = travel(graph, { mode: 'car', direction: 'from', spots: spotsOf(places, 'depot'), blocks: blocksOf([...closures, ...shut]) })
  const supplied = points.filter((point) => lorries.toSpot(point) < Infinity)
  const walkFrom = (spots: readonly Spot[]) => travel(graph, { mode: 'foot', direction: 'from', spots, blocks: closed })
  const [any, good] = [walkFrom(points), walkFrom(supplied)]
  const found = compounds.map(({ code, name, nameEn, geometry }): CompoundSupply => {
    const numbers = insideBuildings(buildings, geometry)
    const spots = numbers.filter((i) => buildings.edge[i]! >= 0).map((i) => ({ edge: buildings.edge[i]!, at: buildings.at[i]! }))
    const farthest = (way: typeof any) => spots.reduce((most, spot) => Math.max(most, way.toSpot(spot) / FOOT_S_PER_M), 0)
    const [nearest, walk] = [farthest(any), farthest(good)]
    const gap = walk <= walkM ? null : nearest <= walkM ? 'no_green_lane' : 'no_delivery_point'
    return {
      code,
      name,
      nameEn,
      at: labelPoint(geometry),
      people: Math.round(peopleIn(buildings, numbers)),
      walkM: walk < Infinity && spots.length > 0 ? Math.round(walk) : null,
      gap: spots.length === 0 ? (numbers.length === 0 ? null : 'not_surveyed') : gap,
    }
  })
  const sites = places.flatMap(({ id, kind, name, nameEn, lng, lat, edge, at }): SupplyPlace[] =>
    kind === 'depot' || kind === 'delivery_point'
      ? [{ id, kind, name, nameEn, at: [lng, lat], supplied: edge >= 0 && lorries.toSpot({ edge, at }) < Infinity }]
      : [],
  )
  return { compounds: found, places: sites }
}
