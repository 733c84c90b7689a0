import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

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
            main: 'server/main.ts',
            cli: 'server/cli.ts',
            'embedded-worker': 'server/store/embedded/worker.ts',
            'geometry-worker': 'server/geometry-worker/worker.ts',
            'make-template': 'server/store/embedded/make-template.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: '../dist/client',
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 1200,
        rolldownOptions: { input: { index: 'client/index.html', check: 'client/check.html' } },
      },
  // many small files, each read at every start, become part of ours
  ssr: { noExternal: ['kysely', 'typebox'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  worker: { format: 'es' },
  plugins: isSsrBuild ? [] : [compressed()],
  test: {
    globals: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'] } },
      {
        extends: true,
        test: { name: 'server', include: ['tests/server/**/*.test.ts'], globalSetup: './tests/support/global-setup.ts', pool: 'forks' },
      },
      {
        extends: true,
        test: { name: 'e2e', testTimeout: 300_000, sequence: { groupOrder: 1 }, include: ['tests/e2e/**/*.test.ts'], globalSetup: './tests/support/e2e-setup.ts', pool: 'forks', fileParallelism: false },
      },
    ],
  },
}))
