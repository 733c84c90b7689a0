import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { rootDir } from '../../server/root.ts'
import setupDatabases from '../support/global-setup.ts'
import { IN_FULL } from '../support/rounds.ts'
import { SHORT_LIVED } from './support/server-process.ts'

// one build for all projects of a run, which are set up in one process
const shared = globalThis as { faultsBuild?: Promise<unknown> }

/** The server as it is built, in a folder of the tests' own, and beside it the databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = setupDatabases(project)
  shared.faultsBuild ??= faultsBuild(databases.then(() => project.getProvidedContext().embeddedFolder))
  await shared.faultsBuild.catch(async (error: unknown) => {
    await (await databases)()
    throw error
  })
  return databases
}

/** With a code cache for the servers that live for seconds, as most do here; in full, there are starts enough of the others to pay for theirs. */
async function faultsBuild(dataFolder: Promise<string>): Promise<void> {
  await build({ root: rootDir, configFile: `${rootDir}/vite.config.ts`, mode: 'production', logLevel: 'warn', build: { ssr: true, outDir: 'dist/faults' } })
  const folder = await dataFolder // most servers here start on a database that is there
  const makeCodeCache = (nodeOptions: string[]) => promisify(execFile)(process.execPath, [...nodeOptions, `${rootDir}/dist/faults/make-code-cache.js`, folder])
  await Promise.all((IN_FULL ? [SHORT_LIVED, []] : [SHORT_LIVED]).map(makeCodeCache))
}
