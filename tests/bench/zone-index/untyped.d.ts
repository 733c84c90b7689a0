declare module 'which-polygon' {
  import type { FeatureCollection, Polygon } from 'geojson'
  export default function whichPolygon<P>(zones: FeatureCollection<Polygon, P>): {
    (point: [number, number], multi: true): P[] | null
  }
}

declare module 'polygon-lookup' {
  import type { Feature, FeatureCollection, Polygon } from 'geojson'
  export default class PolygonLookup<P> {
    constructor(zones: FeatureCollection<Polygon, P>)
    search(x: number, y: number, limit: number): { features: Feature<Polygon, P>[] }
  }
}
