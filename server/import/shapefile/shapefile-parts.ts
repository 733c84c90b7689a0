import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ImportError } from '../import-error.ts'

export interface ShapefileParts {
  shp: string
  dbf: string
  prj?: string
  cpg?: string
}

/** The files that belong to one .shp, whatever the case of their endings; without a .dbf it is no shapefile. */
export async function shapefileParts(shp: string): Promise<ShapefileParts> {
  const folder = dirname(shp)
  const stem = basename(shp)
    .replace(/\.shp$/i, '')
    .toLowerCase()
  const parts: Partial<ShapefileParts> = {}
  for (const name of await readdir(folder)) {
    const lower = name.toLowerCase()
    for (const ending of ['dbf', 'prj', 'cpg'] as const)
      if (lower === `${stem}.${ending}`) parts[ending] = join(folder, name)
  }
  if (parts.dbf === undefined) throw new ImportError('shapefile_part_missing', `${stem}.dbf`)
  return { ...parts, shp, dbf: parts.dbf }
}
