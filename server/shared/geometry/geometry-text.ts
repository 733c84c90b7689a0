import type { Geometry } from 'geojson'

const texts = new WeakMap<Geometry, string>()

/** A geometry as GeoJSON text; the one that was given with it, where there is one. */
export const geometryText = (geometry: Geometry): string => texts.get(geometry) ?? JSON.stringify(geometry)

/** Keeps the text of a geometry that is not changed any more: writing 50,000 positions takes 20 ms. */
export function keepGeometryText(geometry: Geometry, text: string): void {
  texts.set(geometry, text)
}
