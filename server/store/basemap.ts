import { sql, type RawBuilder } from 'kysely'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import { PLACE_KINDS } from '#shared/vocabulary.ts'
import {
  AREA_LABELS,
  AREAS_FROM,
  BASEMAP_MAX_ZOOM,
  BUILDINGS_FROM,
  HOUSE_NUMBERS_FROM,
  placeFrom,
  RIVER_LINES_FROM,
  ROADS_FROM,
  shownAt,
  STREAM_LINES_FROM,
  WATER_FROM,
} from './basemap-zooms.ts'
import type { Db } from './connect.ts'
import { envelope } from './geometry.ts'

export type BasemapRow = {
  layer: 'areas' | 'area_labels' | 'water' | 'water_lines' | 'roads' | 'buildings' | 'places' | 'house_numbers'
  tags: Record<string, string | number | boolean>
  /** Well-known binary in degrees, EPSG:4326. */
  wkb: Uint8Array
}

export type BasemapAsked = {
  z: number
  /** The tile's [west, south, east, north] in degrees, for points and names. */
  bounds: readonly [number, number, number, number]
  /** The same with its margin, for lines and polygons. */
  wide: readonly [number, number, number, number]
  /** Degrees that one tile unit spans. */
  unit: number
  /** Whether roads and buildings are wanted too. */
  shapes: boolean
}

/** What a basemap tile shows, generalised for its zoom, in one query. */
export async function basemapRows(db: Db, asked: BasemapAsked): Promise<BasemapRow[]> {
  const shapes = asked.shapes ? [roads, buildings] : []
  const layers = [areas, areaLabels, water, waterLines, ...shapes, places, houseNumbers]
  const parts = layers.map((layer) => layer(asked)).filter((part) => part !== null)
  if (parts.length === 0) return []
  return (await sql<BasemapRow>`${sql.join(parts, sql` union all `)}`.execute(db)).rows
}

type Part = RawBuilder<BasemapRow> | null
// of a 512-pixel tile a pixel has 8 units: what strays less than this from a line is not seen
const STRAY = 3

function part(
  layer: BasemapRow['layer'],
  tags: RawBuilder<unknown>,
  geom: RawBuilder<unknown>,
  rest: RawBuilder<unknown>,
): Part {
  return sql`select ${layer}::text as layer, tags, ST_AsBinary(shape, 'NDR') as wkb from (
    select jsonb_strip_nulls(jsonb_build_object(${tags})) as tags, ${geom} as shape ${rest}) as ${sql.ref(layer)}
    where shape is not null and not ST_IsEmpty(shape)`
}

/** Cut to the tile and rid of vertices that are not seen; null where nothing is left. */
function drawn({ z, wide, unit }: BasemapAsked, geom: RawBuilder<unknown> = sql`geom`): RawBuilder<unknown> {
  const cut = sql`ST_ClipByBox2D(${geom}, ${envelope(wide)})`
  return z >= BASEMAP_MAX_ZOOM ? cut : sql`ST_Simplify(${cut}, ${STRAY * unit})`
}

/** Shapes that meet the tile and are at least so many units wide or high. */
const meets = ({ wide, unit }: BasemapAsked, units = 0) => sql`geom && ${envelope(wide)}
  and greatest(ST_XMax(geom) - ST_XMin(geom), ST_YMax(geom) - ST_YMin(geom)) >= ${units * unit}`

// points on the east and north edge belong to the next tile
const holds = ([west, south, east, north]: BasemapAsked['bounds'], point: RawBuilder<unknown>) =>
  sql`ST_X(${point}) >= ${west} and ST_X(${point}) < ${east} and ST_Y(${point}) > ${south} and ST_Y(${point}) <= ${north}`

const names = sql`'name', name, 'name_en', name_en`

function areas(asked: BasemapAsked): Part {
  const levels = shownAt(AREAS_FROM, asked.z)
  return part(
    'areas',
    sql`'code', code, 'level', level, ${names}`,
    drawn(asked),
    sql`from areas where level = any(${levels}::text[]) and ${meets(asked)}`,
  )
}

function areaLabels(asked: BasemapAsked): Part {
  const levels = (Object.keys(AREA_LABELS) as AreaLevel[]).filter((level) => {
    const [from, to] = AREA_LABELS[level]
    return asked.z >= from && asked.z <= to
  })
  if (levels.length === 0) return null
  return part(
    'area_labels',
    sql`'code', code, 'level', level, ${names}`,
    sql`spot`,
    sql`
    from areas cross join lateral (select ST_PointOnSurface(geom) as spot offset 0) l
    where level = any(${levels}::text[]) and geom && ${envelope(asked.bounds)} and ${holds(asked.bounds, sql`spot`)}`,
  )
}

function water(asked: BasemapAsked): Part {
  if (asked.z < WATER_FROM) return null
  return part(
    'water',
    sql`'kind', kind, ${names}`,
    drawn(asked),
    sql`from water where ST_Dimension(geom) = 2 and ${meets(asked, 8)}`,
  )
}

function waterLines(asked: BasemapAsked): Part {
  if (asked.z < RIVER_LINES_FROM) return null
  const kinds = asked.z >= STREAM_LINES_FROM ? ['river', 'canal', 'stream'] : ['river', 'canal']
  return part(
    'water_lines',
    sql`'kind', kind, ${names}`,
    drawn(asked),
    sql`
    from water where ST_Dimension(geom) = 1 and kind = any(${kinds}::text[]) and ${meets(asked)}`,
  )
}

function roads(asked: BasemapAsked): Part {
  const classes = shownAt(ROADS_FROM, asked.z)
  if (classes.length === 0) return null
  const tags = sql`'class', class, ${names}, 'ref', ref, 'bridge', nullif(bridge, false), 'tunnel', nullif(tunnel, false),
    'layer', nullif(layer, 0)`
  const where = sql`class = any(${classes}::text[]) and ${meets(asked)}`
  if (asked.z >= 14)
    return part('roads', sql`${tags}, 'oneway', nullif(oneway, false)`, drawn(asked), sql`from roads where ${where}`)
  // far off, the pieces of a road are one line, so that its name fits and its bends can be left out
  return part(
    'roads',
    tags,
    drawn(asked, sql`ST_LineMerge(ST_Collect(geom))`),
    sql`
    from roads where ${where} group by class, name, name_en, ref, bridge, tunnel, layer`,
  )
}

function buildings(asked: BasemapAsked): Part {
  if (asked.z < BUILDINGS_FROM) return null
  const least = asked.z === BUILDINGS_FROM ? 24 : 8
  return part(
    'buildings',
    sql`'levels', levels, 'use', use, ${names}`,
    drawn(asked),
    sql`from buildings where ${meets(asked, least)}`,
  )
}

function places(asked: BasemapAsked): Part {
  const kinds = PLACE_KINDS.filter((kind) => placeFrom(kind) <= asked.z)
  if (kinds.length === 0) return null
  return part(
    'places',
    sql`'id', id, 'kind', kind, ${names}`,
    sql`geom`,
    sql`
    from places where kind = any(${kinds}::text[]) and geom && ${envelope(asked.bounds)} and ${holds(asked.bounds, sql`geom`)}`,
  )
}

function houseNumbers(asked: BasemapAsked): Part {
  if (asked.z < HOUSE_NUMBERS_FROM) return null
  // the buildings of a compound share its number: it is drawn once in a tile
  return part(
    'house_numbers',
    sql`'number', number`,
    sql`geom`,
    sql`
    from (select distinct on (street, area_code, number) number, geom from addresses
      where number is not null and geom && ${envelope(asked.bounds)} and ${holds(asked.bounds, sql`geom`)}
      order by street, area_code, number, id) once`,
  )
}
