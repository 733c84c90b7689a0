import { ImportError } from '../import/import-error.ts'
import { areaExists, spreadOverBuildings } from '../store/import-spread.ts'
import { openDataset, stampDataset, type Dataset } from '../store/import-datasets.ts'
import type { Trx } from '../store/transaction.ts'
import { NOT_RESIDENTIAL } from './residential-use.ts'

/**
 * `total` people over the buildings of dataset `buildingsOf` (null: of all) inside area `areaCode` (null:
 * everywhere).
 */
export type Spread = { total: number; buildingsOf: string | null; areaCode: string | null }

export type SpreadOutcome = {
  source: string
  total: number
  /** Buildings that took a share. */
  buildings: number
  /** Of these, with unknown floors: counted as one floor. */
  floorsUnknown: number
  /** Residential buildings left out because another dataset has counted their people. */
  alreadyCounted: number
  changed: number
}

/**
 * Dasymetric population: each building that may hold people gets the share of its footprint (m², geodesic) times its
 * floors in the sum of all. Method `dasymetric`, dataset `<source>-total`. Running it again replaces the earlier
 * spread.
 */
export async function spreadTotal(trx: Trx, dataset: Dataset, spread: Spread): Promise<SpreadOutcome> {
  if (!(spread.total > 0) || !Number.isFinite(spread.total)) throw new ImportError('total_bad', String(spread.total))
  if (spread.areaCode !== null && !(await areaExists(trx, spread.areaCode))) {
    throw new ImportError('area_unknown', spread.areaCode)
  }
  const own: Dataset = {
    ...dataset,
    source: `${dataset.source}-total`,
    title: `${dataset.title}：总人口 ${spread.total} 按建筑面积与层数分摊`,
    titleEn: `${dataset.titleEn ?? dataset.title}: total of ${spread.total} spread by footprint × floors`,
  }
  await openDataset(trx, own)
  const found = await spreadOverBuildings(trx, {
    ...spread,
    source: own.source,
    asOf: own.asOf,
    notResidential: NOT_RESIDENTIAL,
  })
  if (found.buildings === 0) throw new ImportError('nothing_to_spread_over', spread.areaCode ?? dataset.source)
  if (found.changed > 0) await stampDataset(trx, own)
  return { source: own.source, total: spread.total, ...found }
}
