import gcoordModule from 'gcoord'
import type { Geometry, Position } from 'geojson'
import proj4 from 'proj4'
import { ringSide } from './geometry/contains-point.ts'
import { eachPosition } from './geometry/each-position.ts'
import { GCJ02_OUTLINE } from './geometry/gcj02-outline.ts'
import { mapPositions } from './geometry/map-positions.ts'

/** Coordinate systems in degrees that data may be declared in. */
export const CRS_CODES = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type CrsCode = (typeof CRS_CODES)[number]

/** Systems that shift coordinates by some hundred metres, and only within the Chinese map services' own outline. */
type ShiftedCrs = 'gcj02' | 'bd09'

// its types describe an ES module, but Node and bundlers both give the object itself as the default import
const gcoord = gcoordModule as unknown as typeof gcoordModule.default

const GCOORD = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/**
 * A copy of a geometry in WGS-84, [lng, lat] degrees; a third coordinate stays as it is.
 * - `wgs84` and `cgcs2000` come back unchanged: CGCS2000 is aligned with ITRF97, epoch 2000; the frames coincide within
 *   centimetres, and the ground's own drift since (some decimetres) is less than any zone edge is known.
 * - `gcj02` and `bd09` are converted by gcoord's public approximation, then corrected until shifting back gives the
 *   input within 1 mm. Conversion is all or nothing for a geometry: it takes place as soon as one of its positions
 *   is where `gcj02Applies`, so no ring is torn at the outline. gcoord's own rectangle moves Seoul and Pyongyang too.
 */
export function toWgs84<G extends Geometry>(geometry: G, crs: CrsCode): G {
  if (crs === 'wgs84' || crs === 'cgcs2000' || !someShifted(geometry)) return mapPositions(geometry, (p) => p)
  return mapPositions(geometry, ([x, y, ...rest]) => [...unshift([x!, y!], crs), ...rest])
}

/** A copy of a WGS-84 geometry in another system; the inverse of `toWgs84`, for exchange with map services. */
export function fromWgs84<G extends Geometry>(geometry: G, crs: CrsCode): G {
  if (crs === 'wgs84' || crs === 'cgcs2000' || !someShifted(geometry)) return mapPositions(geometry, (p) => p)
  return mapPositions(geometry, ([x, y, ...rest]) => [...shift([x!, y!], crs), ...rest])
}

/**
 * Whether Chinese map services shift coordinates at this place (mainland, Hong Kong, Macao). The outline takes in some
 * 15 km beyond land borders and 30 km off the coast; see `GCJ02_OUTLINE` for what that leaves wrong.
 */
export function gcj02Applies(lng: number, lat: number): boolean {
  return ringSide(GCJ02_OUTLINE, lng, lat) >= 0
}

/**
 * Projected CGCS2000 systems we read: 3-degree Gauss-Krüger zones, EPSG 4513–4533 (zone number before the easting)
 * and 4534–4554 (without).
 */
export function isCgcs2000Zone(epsg: number): boolean {
  return Number.isInteger(epsg) && epsg >= 4513 && epsg <= 4554
}

/**
 * A function that copies a geometry from a projected CGCS2000 system to WGS-84 degrees. Positions are
 * [easting, northing] in metres, the order in which files hold them, not EPSG's own (northing first).
 * Throws RangeError for any other EPSG code: ask `isCgcs2000Zone` first.
 */
export function projectedToWgs84(epsg: number): <G extends Geometry>(geometry: G) => G {
  const projection = proj4(gaussKruger(epsg))
  return (geometry) => mapPositions(geometry, ([x, y, ...rest]) => [...projection.inverse([x!, y!]), ...rest])
}

function gaussKruger(epsg: number): string {
  if (!isCgcs2000Zone(epsg)) throw new RangeError(`EPSG:${epsg} is not a CGCS2000 3-degree Gauss-Krüger zone`)
  const numbered = epsg <= 4533
  const zone = 25 + epsg - (numbered ? 4513 : 4534)
  const falseEasting = 500_000 + (numbered ? zone * 1_000_000 : 0)
  return `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`
}

function someShifted(geometry: Geometry): boolean {
  let some = false
  eachPosition(geometry, ([x, y]) => {
    some ||= gcj02Applies(x!, y!)
  })
  return some
}

function shift(position: Position, crs: ShiftedCrs): Position {
  return gcoord.transform([position[0]!, position[1]!], gcoord.WGS84, GCOORD[crs])
}

function unshift(position: Position, crs: ShiftedCrs): Position {
  let [x, y] = gcoord.transform([position[0]!, position[1]!], GCOORD[crs], gcoord.WGS84)
  // gcoord's way back is good to metres for BD-09; the shift varies so slowly that three corrections settle it
  for (let round = 0; round < 3; round++) {
    const [backX, backY] = shift([x, y], crs)
    x += position[0]! - backX!
    y += position[1]! - backY!
  }
  return [x, y]
}
