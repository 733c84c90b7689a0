import type { MultiPolygon, Polygon } from 'geojson'
import { unpackArea, type PackedArea } from './flat-area.ts'
import { keepGeometryText } from './geometry-text.ts'

/** How a long area passes between threads: laid flat in shared memory, or as GeoJSON text. */
export type AreaSource = PackedArea | { text: string }

/** Texts of more characters are long: to lay out 64 kB takes less than a millisecond. */
export const LONG_TEXT = 65_536

const sources = new WeakMap<object, AreaSource>()

/**
 * An area that is handed on, stored and sent without being laid out in this thread: the arrays of 100,000 positions take
 * some 100 ms to read and to write. Whoever does read its `coordinates` gets them laid out then.
 * @param text the same as GeoJSON, its members `type` and `coordinates` and no others
 */
export function longArea(type: string, source: AreaSource, text: string): Polygon | MultiPolygon {
  let laid: unknown
  const area = {
    type,
    get coordinates() {
      return (laid ??= areaOfSource(source).coordinates)
    },
  } as Polygon | MultiPolygon
  sources.set(area, source)
  keepGeometryText(area, text)
  return area
}

/** The area of a text from the database: laid out at once where it is short. */
export function areaOfText(text: string): Polygon | MultiPolygon {
  const type = text.length > LONG_TEXT ? /^\{"type": ?"(Polygon|MultiPolygon)"/.exec(text)?.[1] : undefined
  return type === undefined ? (JSON.parse(text) as Polygon) : longArea(type, { text }, text)
}

/** What a long area is made from; undefined for what is laid out. */
export const sourceOf = (area: unknown): AreaSource | undefined =>
  typeof area === 'object' && area !== null ? sources.get(area) : undefined

/** The area laid out, every position an array of its own; of a text whatever it holds. */
export const areaOfSource = (source: AreaSource): Polygon | MultiPolygon =>
  'text' in source ? (JSON.parse(source.text) as Polygon) : unpackArea(source)
