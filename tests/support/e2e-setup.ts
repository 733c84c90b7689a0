import { mkdtempSync, rmSync } from 'node:fs'
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

/** The product as a newcomer starts it, once for each worker: `npm start` on an empty data folder, with the demo district. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workers = Number(project.config.maxWorkers ?? project.vitest.config.maxWorkers)
  // the first start builds what the others run
  const started = [await start()]
  started.push(...(await Promise.all(Array.from({ length: workers - 1 }, start))))
  project.provide('products', started.map(({ product }) => product))
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()))
  }
}

async function start(): Promise<{ product: E2eProduct; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-e2e-'))
  const { url, said, stop } = await startProduct({ DATA_DIR: dataDir })
  return {
    product: { baseUrl: url, adminPassword: / admin \/ (\S+)/.exec(said)?.[1] ?? '' },
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
