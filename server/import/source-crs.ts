import type { Geometry } from 'geojson'
import { isCgcs2000Zone, projectedToWgs84, toWgs84 } from '#shared/crs.ts'
import { ImportError } from './import-error.ts'

/** How a file's coordinates become WGS-84; `name` is what the dataset's row keeps. */
export interface SourceCrs {
  name: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09' | 'projected'
  convert: (geometry: Geometry) => Geometry
}

/**
 * Settles the coordinate system of a file: what the user declares (`--crs`) wins over what the file says, since shifted
 * Chinese coordinates travel in files marked WGS-84; with neither it is WGS-84. Degrees declared for a file in metres,
 * or the other way round, throw ImportError `crs_clash`; any system we do not read throws `crs_unsupported`.
 */
export function sourceCrs(declared: string | undefined, ofFile: string | null): SourceCrs {
  const file = ofFile === null ? null : namedCrs(ofFile)
  if (declared === undefined) {
    if (ofFile !== null && file === null) throw new ImportError('crs_unsupported', ofFile)
    return file ?? namedCrs('wgs84') ?? fail('wgs84')
  }
  const chosen = namedCrs(declared) ?? fail(declared)
  const fileIsProjected = ofFile !== null && (file === null ? /^PROJC/i.test(ofFile) : file.name === 'projected')
  if (ofFile !== null && fileIsProjected !== (chosen.name === 'projected')) {
    throw new ImportError('crs_clash', `${declared} / ${ofFile}`)
  }
  return chosen
}

function namedCrs(name: string): SourceCrs | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(wgs84|(urnogcdefcrs)?(ogc(13)?crs84|crs84)|(urnogcdefcrs)?epsg4326)$/.test(plain)) return geographic('wgs84')
  if (/^(cgcs2000|(urnogcdefcrs)?epsg4490)$/.test(plain)) return geographic('cgcs2000')
  if (plain === 'gcj02' || plain === 'bd09') return geographic(plain)
  const code = /epsg(\d{4})$/.exec(plain)?.[1]
  const epsg = Number(code)
  if (code === undefined || !isCgcs2000Zone(epsg)) return null
  return { name: 'projected', convert: projectedToWgs84(epsg) }
}

function geographic(crs: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09'): SourceCrs {
  return { name: crs, convert: (geometry) => toWgs84(geometry, crs) }
}

function fail(name: string): never {
  throw new ImportError('crs_unsupported', name)
}
