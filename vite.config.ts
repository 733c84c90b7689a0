import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'
import { LongFirst } from './tests/support/long-first.ts'

// `npm run test:faults`
const everyFault = process.env['FAULTS'] !== undefined

/** Beside each written text file a copy by gzip and one by brotli, so that no answer waits for its compression. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  // the files as they are on disk: in generateBundle the names of preloaded chunks are not yet filled in
  writeBundle({ dir = '' }, bundle) {
    for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
      const path = join(dir, fileName)
      const content = readFileSync(path)
      if (content.length < 1024) continue
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    }
  },
})

/** V8's code cache is for scripts, not for ES modules: the server is built as CommonJS, in a package that is not. */
const commonJs = (): Plugin => ({
  name: 'common-js',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' })
  },
})

const mapLibre = realpathSync(join(import.meta.dirname, 'node_modules', 'maplibre-gl'))

/**
 * MapLibre from its source: its two published files, the map's and its worker's, each hold what both use (a third of
 * their 442 kB gzipped). Built with ours the worker is an entry of its own, and what both use is one file, fetched once.
 */
const mapLibreFromSource = (): Plugin => ({
  name: 'maplibre-from-source',
  apply: 'build',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'maplibre-gl') return join(mapLibre, 'src', 'index.ts')
    if (id === 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url') return '\0maplibre-worker-url'
    return null
  },
  load(id) {
    // of its package.json it uses the version, and would carry all
    if (id === join(mapLibre, 'package.json')) {
      const { version } = JSON.parse(readFileSync(id, 'utf8')) as { version: string }
      return JSON.stringify({ version })
    }
    // our tiles are MVT: the decoder of the other format is 30 kB gzipped
    if (id === join(mapLibre, 'src', 'source', 'vector_tile_mlt.ts')) {
      return 'export class MLTVectorTile { constructor() { throw new Error("MLT tiles are not built in") } }'
    }
    if (id !== '\0maplibre-worker-url') return null
    const worker = this.emitFile({ type: 'chunk', id: join(mapLibre, 'src', 'source', 'worker.ts'), name: 'map-worker' })
    return `export default import.meta.ROLLUP_FILE_URL_${worker}`
  },
})

// Two builds: `vite build` makes dist/client (the browser), `vite build --ssr` makes dist/server (Node).
export default defineConfig(({ isSsrBuild, mode }) => ({
  root: isSsrBuild || mode === 'test' ? '.' : 'client',
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rolldownOptions: {
          input: {
            cli: 'server/cli.ts',
            program: 'server/program.ts',
            'embedded-worker': 'server/store/embedded/worker.ts',
            'address-worker': 'server/address-worker/worker.ts',
            'geometry-worker': 'server/geometry-worker/worker.ts',
            'make-template': 'server/store/embedded/make-template.ts',
            'make-code-cache': 'server/code-cache/make-code-cache.ts',
          },
          output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: '../dist/client',
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 1200,
        rolldownOptions: {
          input: { index: 'client/index.html', check: 'client/check.html', evidence: 'client/evidence.html', card: 'client/card.html', gate: 'client/gate.html', 'page-sw': 'client/page-store/service-worker.ts' },
          // a service worker's address must stay and stand above the pages it serves
          output: { entryFileNames: ({ name }) => (name === 'page-sw' ? 'page-sw.js' : 'assets/[name]-[hash].js') },
        },
      },
  // the packages' many small files, each found, read and compiled at every start, become part of ours, where the code
  // cache holds them; but for what is not JavaScript alone or reads files beside itself
  ssr: isSsrBuild
    ? {
        noExternal: true as const,
        // the file that Node takes: the one that `module` names is often the browser's
        resolve: { mainFields: ['main'], conditions: ['node'] },
        external: [
          '@electric-sql/pglite', '@electric-sql/pglite-postgis', '@electric-sql/pglite-socket', '@fastify/static', '@fastify/swagger-ui',
          '@node-rs/argon2',
        ],
      }
    : {},
  oxc: {
    jsx: { runtime: 'automatic', importSource: 'preact' },
    // MapLibre's classes name fields that their parents' constructors have filled
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  worker: { format: 'es' },
  plugins: isSsrBuild ? [commonJs()] : mode === 'test' ? [] : [mapLibreFromSource(), compressed()],
  test: {
    globals: false,
    // a timeout is for what hangs: a machine with other work is slow
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // whoever waits for a timer, a start or a disk leaves a processor to the third
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'unit', isolate: false, include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'] } },
      {
        extends: true,
        test: { name: 'server', isolate: false, include: ['tests/server/**/*.test.ts'], globalSetup: './tests/support/global-setup.ts', pool: 'forks' },
      },
      {
        extends: true,
        test: {
          name: 'faults', isolate: false, testTimeout: 300_000, globalSetup: './tests/faults/setup.ts', pool: 'forks',
          include: everyFault
            ? ['tests/faults/*.test.ts', 'tests/faults/full/*.test.ts', 'tests/server/{database-away,two-servers,embedded-folder,backup,idempotency,events,keys}.test.ts']
            : ['tests/faults/*.test.ts', 'tests/faults/alone/hostile-polygon.test.ts'],
        },
      },
      // what is measured in milliseconds, or takes every processor, has the machine to itself
      ...(everyFault
        ? [{
            extends: true as const,
            test: {
              name: 'faults-alone', isolate: false, testTimeout: 300_000, globalSetup: './tests/faults/setup.ts', pool: 'forks' as const,
              sequence: { groupOrder: 1 }, fileParallelism: false, include: ['tests/faults/alone/*.test.ts'],
            },
          }]
        : []),
      {
        extends: true,
        // each worker has a product and a browser of its own, which its files use one after the other
        test: {
          name: 'e2e', isolate: false, testTimeout: 300_000,
          include: ['tests/e2e/**/*.test.ts'], globalSetup: './tests/support/e2e-setup.ts', pool: 'forks',
        },
      },
    ],
  },
}))
