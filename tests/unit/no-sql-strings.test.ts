import { expect, it } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

// `sql.raw`, `CompiledQuery.raw` and `pool.query` take text as it is. What they are given is fixed text of this program:
// migrations, settings of a connection, the import's statements for nouns of a closed list, a number of rows, and names
// of types and keys from the catalogue (those of a backup's types are held to a pattern).
const RAW_IN = new Set(['server/store/migrate.ts', 'server/store/import-batch.ts', 'server/store/listen.ts', 'server/store/import-links.ts', 'server/store/dump.ts', 'server/store/load-dump.ts'])

it('builds SQL from fixed text and parameters alone', () => {
  const server = sourceFiles('server').filter(({ path }) => !path.startsWith('server/store/embedded/'))
  const raw = server.filter(({ text }) => /\bsql\.raw\(|CompiledQuery\.raw\(|\.query\(/.test(text)).map(({ path }) => path)
  expect(raw.filter((path) => !RAW_IN.has(path))).toEqual([])
  const glued = server.filter(({ text }) => /(\.raw|\.query)\(\s*`[^`]*\$\{/.test(text)).map(({ path }) => path)
  expect(glued).toEqual([])
})
