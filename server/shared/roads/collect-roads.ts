import { stoppedBy } from './barrier.ts'
import { growing } from './growing.ts'
import { classNumber, type RoadClass } from './road-class.ts'
import { SCALE, type RoadColumns, type RoadName } from './road-columns.ts'
import { useOf } from './road-use.ts'

/** A road as it is stored. `coordinates` are [lng, lat] in degrees, EPSG:4326, at most 7 decimals. */
export type RoadRow = RoadName & {
  id: number
  class: string
  oneway: boolean
  bridge: boolean
  tunnel: boolean
  layer: number
  /** OSM tags; `barriers` lists what stands on the road: `lng,lat,kind[,access]` separated by semicolons. */
  tags: Readonly<Record<string, string>>
  coordinates: readonly (readonly number[])[]
}

export type RoadCollector = { add(row: RoadRow): void; finish(): RoadColumns }

/** Takes roads one by one into columns; railways carry nobody across an edge and are left out. */
export function collectRoads(): RoadCollector {
  const id = growing(Float64Array)
  const classes = growing(Uint8Array)
  const use = growing(Uint8Array)
  const level = growing(Int8Array)
  const name = growing(Uint32Array)
  const start = growing(Uint32Array)
  const coordinates = growing(Int32Array)
  const barrierAt = growing(Int32Array)
  const barrierStops = growing(Uint8Array)
  const names: RoadName[] = [{ name: null, nameEn: null, ref: null }]
  const numbers = new Map<string, number>([['\n\n', 0]])
  const columns = { class: classes, use, level, name, start, coordinates, barrierAt, barrierStops }

  return {
    add(row) {
      const number = classNumber(row.class)
      if (number < 0) return
      id.push(row.id)
      classes.push(number)
      use.push(useOf({ ...row, class: row.class as RoadClass }))
      level.push(storeyOf(row))
      name.push(numberOf(row))
      start.push(coordinates.length() / 2)
      for (const [lng, lat] of row.coordinates) {
        coordinates.push(Math.round(lng! * SCALE))
        coordinates.push(Math.round(lat! * SCALE))
      }
      const { barriers } = row.tags
      for (const barrier of barriers?.split(';') ?? []) {
        const [lng, lat, kind, access] = barrier.split(',')
        barrierAt.push(Math.round(Number(lng) * SCALE))
        barrierAt.push(Math.round(Number(lat) * SCALE))
        barrierStops.push(stoppedBy(kind ?? '', access))
      }
    },
    finish() {
      start.push(coordinates.length() / 2)
      const done = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column.finish()]))
      return { ...(done as Omit<RoadColumns, 'id' | 'names'>), id: numbers32(id.finish()), names }
    },
  }

  function numberOf({ name, nameEn, ref }: RoadRow): number {
    const key = `${name ?? ''}\n${nameEn ?? ''}\n${ref ?? ''}`
    let number = numbers.get(key)
    if (number === undefined) {
      numbers.set(key, (number = names.length))
      names.push({ name, nameEn, ref })
    }
    return number
  }
}

const MOST_32 = 0xffff_ffff

/** Numbers in half the room where all of them fit. */
const numbers32 = (values: Float64Array): Uint32Array | Float64Array =>
  values.every((value) => value >= 0 && value <= MOST_32) ? Uint32Array.from(values) : values

/**
 * The storey that decides whether roads that share a corner are joined. In OpenStreetMap they always are, whatever layers
 * they have: what only crosses shares nothing. Elsewhere a layer without a bridge or a tunnel lifts nothing.
 */
function storeyOf({ layer, bridge, tunnel, tags }: RoadRow): number {
  if (tags['highway'] !== undefined || (!bridge && !tunnel)) return 0
  return layer !== 0 ? layer : bridge ? 1 : -1
}
