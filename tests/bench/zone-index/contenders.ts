import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import type { Feature, Polygon } from 'geojson'
import pointInPolygon from 'point-in-polygon-hao'
import PolygonLookup from 'polygon-lookup'
import whichPolygon from 'which-polygon'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import { flatZones, covers, type FlatZone } from './tried/flat-zones.ts'

/** Number of the strictest zone that covers a point, −1 for none; zones are numbered with the strictest first. */
export type Find = (lng: number, lat: number) => number

/** Contenders that are given fewer points to wait for. */
export const SLOW_CONTENDERS = ['which-polygon', 'polygon-lookup', 'Turf']

type Rings = [number, number][][]

/** Other ways to the same answer, each used as its makers show, over zones sorted with the strictest first. */
export function contenders(zones: readonly IndexedZone[]): Record<string, Find> {
  const polygons = zones.map((zone) => zone.geometry.coordinates[0] as Rings)
  const features = polygons.map((coordinates, rank): Feature<Polygon, { rank: number }> => {
    return { type: 'Feature', properties: { rank }, geometry: { type: 'Polygon', coordinates } }
  })
  const boxes = boxTree(polygons)
  const which = whichPolygon({ type: 'FeatureCollection', features })
  const lookup = new PolygonLookup({ type: 'FeatureCollection', features })
  return {
    'flatbush + hao': (x, y) => {
      const found = boxes.search(x, y, x, y).filter((rank) => pointInPolygon([x, y], polygons[rank]!) !== false)
      return found.length > 0 ? Math.min(...found) : -1
    },
    // The same with a thought given to it: zones that cannot be the strictest are not tested.
    'flatbush + hao, strictest only': (x, y) => {
      let best = zones.length
      for (const rank of boxes.search(x, y, x, y)) {
        if (rank < best && pointInPolygon([x, y], polygons[rank]!) !== false) best = rank
      }
      return best === zones.length ? -1 : best
    },
    'flatbush + typed rings, strictest only': flatbushTyped(flatZones(zones)),
    'which-polygon': (x, y) => {
      const found = which([x, y], true)
      return found ? found.reduce((best, { rank }) => Math.min(best, rank), zones.length) : -1
    },
    'polygon-lookup': (x, y) => {
      const found = lookup.search(x, y, -1).features
      return found.length > 0 ? found.reduce((best, zone) => Math.min(best, zone.properties.rank), zones.length) : -1
    },
    Turf: (x, y) => features.findIndex((feature) => booleanPointInPolygon([x, y], feature)),
  }
}

function boxTree(polygons: readonly Rings[]): Flatbush {
  const tree = new Flatbush(polygons.length)
  for (const rings of polygons) {
    const [xs, ys] = [rings[0]!.map(([x]) => x), rings[0]!.map(([, y]) => y)]
    tree.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  tree.finish()
  return tree
}

/** Flatbush over the boxes, then exact tests on typed arrays of those that could be the strictest. */
export function flatbushTyped(zones: readonly FlatZone[]): Find {
  const tree = new Flatbush(zones.length)
  for (const { box } of zones) tree.add(...box)
  tree.finish()
  return (x, y) => {
    let best = zones.length
    for (const rank of tree.search(x, y, x, y)) if (rank < best && covers(zones[rank]!, x, y)) best = rank
    return best === zones.length ? -1 : best
  }
}
