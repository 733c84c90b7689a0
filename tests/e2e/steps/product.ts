import { inject } from 'vitest'
import type { E2eProduct } from '../../support/e2e-setup.ts'

/** The product that this worker's tests have to themselves, one file after the other. */
export function productOfWorker(): E2eProduct {
  const product = inject('products')[Number(process.env['VITEST_POOL_ID']) - 1]
  if (product === undefined) throw new Error(`no product was started for worker ${process.env['VITEST_POOL_ID']}`)
  return product
}
