import { startProduct, type Product } from '../../support/start-product.ts'

export type Started = Product & { ms: number }

/** `npm start` on a data folder, timed from the command to the first answer of a check. */
export async function start(dataDir: string): Promise<Started> {
  const began = performance.now()
  const product = await startProduct({ DATA_DIR: dataDir })
  const answer = await fetch(`${product.url}/api/check?lng=109.5&lat=34.5`)
  if (!answer.ok) throw new Error(`the first check answered ${answer.status}`)
  await answer.arrayBuffer()
  return { ...product, ms: performance.now() - began }
}
