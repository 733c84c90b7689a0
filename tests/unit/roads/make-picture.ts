import type { PlaceKind } from '#shared/schema/vocabulary.ts'
import { roadPicture, type RoadPicture } from '#shared/roads/road-picture.ts'
import { at, graphOf, type Drawn } from './make-roads.ts'

/** A picture of roads with buildings ([x, y, people]) and places ([kind, x, y]) in the flat world of `make-roads`. */
export function pictureOf(
  roads: readonly Drawn[],
  houses: readonly (readonly [number, number, number])[],
  places: readonly (readonly [PlaceKind, number, number])[],
): RoadPicture {
  const spots = houses.map(([x, y]) => at(x, y))
  return roadPicture(
    graphOf(...roads),
    { lng: spots.map(([lng]) => lng), lat: spots.map(([, lat]) => lat), people: houses.map(([, , people]) => people) },
    places.map(([kind, x, y], i) => {
      const [lng, lat] = at(x, y)
      return { id: i + 1, kind, name: kind, nameEn: null, lng, lat, rooms: 100, state: 'ready' }
    }),
    [{ source: 'test', title: 'test', asOf: '2022-01-01', roads: roads.length }],
  )
}
