import type { Geometry } from 'geojson'

const texts = new WeakMap<Geometry, string>()

/** A geometry as GeoJSON text; the one that was given with it, where there is one. */
export const geometryText = (geometry: Geometry): string => texts.get(geometry) ?? JSON.stringify(geometry)

/** Keeps the text of a geometry that is not changed any more: writing 50,000 positions takes 20 ms. */
export function keepGeometryText(geometry: Geometry, text: string): void {
  texts.set(geometry, text)
}

/** A value as JSON, with the kept texts of the geometries in it as they are: they are not written again. */
export function jsonText(value: unknown): string {
  const mark = `${Math.random()}${Math.random()}`
  const kept: string[] = []
  const marked = JSON.stringify(value, (_, member: unknown) => {
    const text = typeof member === 'object' && member !== null ? texts.get(member as Geometry) : undefined
    return text === undefined ? member : mark + (kept.push(text) - 1)
  })
  if (kept.length === 0) return marked
  return marked.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, i: string) => kept[Number(i)] ?? '')
}
