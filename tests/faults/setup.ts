import { execFileSync } from 'node:child_process'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { rootDir } from '../../server/root.ts'
import setupDatabases from '../support/global-setup.ts'
import { SHORT_LIVED } from './support/server-process.ts'

// one build for all projects of a run, which are set up in one process
const shared = globalThis as { faultsBuild?: Promise<unknown> }

/** The server as it is built, in a folder of the tests' own, and beside it the databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = setupDatabases(project)
  shared.faultsBuild ??= faultsBuild()
  await shared.faultsBuild.catch(async (error: unknown) => {
    await (await databases)()
    throw error
  })
  return databases
}

/** With a code cache for the servers that live for seconds: most of them are started so. */
async function faultsBuild(): Promise<void> {
  await build({ root: rootDir, configFile: `${rootDir}/vite.config.ts`, mode: 'production', logLevel: 'warn', build: { ssr: true, outDir: 'dist/faults' } })
  execFileSync(process.execPath, [...SHORT_LIVED, `${rootDir}/dist/faults/make-code-cache.js`], { stdio: 'inherit' })
}
