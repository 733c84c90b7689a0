import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct } from './start-product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    /** The administrator's one-time password, as the first start says it. */
    adminPassword: string
  }
}

/** The product as a newcomer starts it: `npm start` on an empty data folder, with the demo district. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-e2e-'))
  const { url, said, stop } = await startProduct({ DATA_DIR: dataDir })
  project.provide('baseUrl', url)
  project.provide('adminPassword', / admin \/ (\S+)/.exec(said)?.[1] ?? '')
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
