import { PGlite, type Extension } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import { durableFiles, durableParams } from './durable-files.ts'
import { readPostgisBundle } from './postgis-bundle.ts'

/** PostgreSQL in memory in this thread, without a database of ours: to make one with `create extension`. */
export const createEmptyEngine = (): Promise<PGlite> => PGlite.create({ extensions: { postgis, pg_trgm, btree_gist } })

/**
 * Opens PostgreSQL with PostGIS in this thread over a folder whose database has the extensions, or gets them from the
 * template; `onLine` gets each line of its log.
 */
export async function createEngine(dataDir: string, template: Blob | null, onLine: (line: string) => void): Promise<PGlite> {
  const addPostgis = await readPostgisBundle()
  const slimPostgis: Extension = {
    ...postgis,
    setup: async (pg, options) => {
      const { emscriptenOpts } = await postgis.setup(pg, options)
      return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addPostgis] } }
    },
  }
  return PGlite.create({
    fs: durableFiles(dataDir, onLine),
    startParams: durableParams(PGlite.defaultStartParams),
    ...(template === null ? {} : { loadDataDir: template }),
    extensions: { postgis: slimPostgis, pg_trgm, btree_gist },
    relaxedDurability: false,
  })
}
