import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct } from './start-product.ts'

export type E2eProduct = {
  baseUrl: string
  /** The administrator's one-time password, as the first start says it. */
  adminPassword: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    products: E2eProduct[]
  }
}

/**
 * The product as a newcomer starts it, `npm start` on an empty data folder with the demo district; then one for each
 * worker on a copy of what that first start made.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = Number(project.config.maxWorkers ?? project.vitest.config.maxWorkers)
  const home = mkdtempSync(join(tmpdir(), 'sanqu-e2e-'))
  const folders = Array.from({ length: workers }, (_, n) => join(home, String(n)))
  const [first, ...copies] = folders as [string, ...string[]]
  const { said, stop } = await startProduct({ DATA_DIR: first })
  await stop()
  for (const copy of copies) cpSync(first, copy, { recursive: true })
  const started = await Promise.all(folders.map((DATA_DIR) => startProduct({ DATA_DIR })))
  const adminPassword = / admin \/ (\S+)/.exec(said)?.[1] ?? ''
  project.provide('products', started.map(({ url }) => ({ baseUrl: url, adminPassword })))
  return async () => {
    await Promise.all(started.map((product) => product.stop()))
    rmSync(home, { recursive: true, force: true })
  }
}
