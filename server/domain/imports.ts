import { findPersonalData } from '#shared/text/personal-data.ts'
import { IMPORT_FAULT_CODES, type ImportFault, type ImportFaultCode } from '../import/fault.ts'
import { addFault, type FaultList } from '../import/fault-list.ts'
import { ImportError } from '../import/import-error.ts'
import type { ImportNoun, ImportRecord } from '../import/record.ts'
import { areaName } from '../store/area-geometry.ts'
import type { Store } from '../store/connect.ts'
import { appendEvent } from '../store/events.ts'
import { importBatch, type ImportRefusal } from '../store/import-batch.ts'
import { dropEmptyDataset, openDataset, stampDataset, type Dataset } from '../store/import-datasets.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import { Invalid } from './errors.ts'
import { batchesOf } from './import-batches.ts'
import { linkImported } from './import-links.ts'
import { spreadTotal, type Spread, type SpreadOutcome } from './spread-total.ts'

export type NounCount = { read: number; inserted: number; updated: number }

export type ImportReport = {
  source: string
  asOf: string
  counts: Partial<Record<ImportNoun, NounCount>>
  /** Rows that got a parent, an area code or a building by where they stand. */
  linked: number
  spread: SpreadOutcome | null
  faults: FaultList
  /** False when the data was already there as it is: then nothing was written, and no event. */
  changed: boolean
}

export type ImportRequest = {
  dataset: Dataset
  records: AsyncIterable<ImportRecord>
  /** The readers write their faults here while `records` is read; the store adds its own. */
  faults: FaultList
  /** Refuse everything when anything is at fault. */
  strict: boolean
  /** The post or process that imports. */
  actor: string
  /** Name of the file, without its folder. */
  file: string
  spread?: Spread
  /** Features that leave this area by more than 5 m are refused by number; null or absent: everywhere. */
  areaCode?: string | null
}

/**
 * Takes an import in: one transaction, one event `imports`/`imported` whose subject is the source.
 * What is already there unchanged is not written; if that is everything, no event is.
 * Faulty features stay out and are listed; with `strict` they throw ImportError `faults_in_strict` and nothing stays.
 */
export async function runImport(store: Store, request: ImportRequest): Promise<ImportReport> {
  return inTransaction(store, async (trx) => {
    const { dataset, faults, areaCode = null } = request
    if (areaCode !== null && (await areaName(trx, areaCode)) === undefined) throw new Invalid('unknown_area', { code: areaCode })
    const isNew = await openDataset(trx, dataset)
    const parents = new Map<string, string>()
    const counts: ImportReport['counts'] = {}
    for await (const { noun, records } of batchesOf(request.records)) {
      for (const { fields } of records) {
        if (noun === 'areas' && typeof fields.parent_code === 'string')
          parents.set(String(fields.code), fields.parent_code)
      }
      await takeBatch(trx, dataset, noun, records, counts, faults)
    }
    const linked = await linkImported(trx, dataset.source, parents, counts, faults)
    const spread = request.spread === undefined ? null : await spreadTotal(trx, dataset, request.spread)
    if (request.strict && faults.total > 0) throw new ImportError('faults_in_strict', faultSummary(faults))
    const written = Object.values(counts).reduce((sum, count) => sum + count.inserted + count.updated, 0)
    const changed = written + linked + (spread?.changed ?? 0) > 0
    const report: ImportReport = { source: dataset.source, asOf: dataset.asOf, counts, linked, spread, faults, changed }
    if (changed) await tell(trx, request, report)
    else if (isNew) await dropEmptyDataset(trx, dataset.source)
    return report
  }, { areaCode: request.areaCode ?? null })
}

/** Whose words are written by hand, and shown; addresses, buildings and roads come from registers. */
const SHOWN: ReadonlySet<ImportNoun> = new Set(['areas', 'places', 'checkpoints', 'sites'])

async function takeBatch(
  trx: Trx,
  dataset: Dataset,
  noun: ImportNoun,
  records: readonly ImportRecord[],
  counts: ImportReport['counts'],
  faults: FaultList,
): Promise<void> {
  const usable = SHOWN.has(noun) ? records.filter((record) => isImpersonal(record, faults)) : records
  const outcome = await importBatch(trx, noun, dataset.source, dataset.asOf, usable)
  const count = (counts[noun] ??= { read: 0, inserted: 0, updated: 0 })
  count.read += records.length
  count.inserted += outcome.inserted
  count.updated += outcome.updated
  for (const refused of outcome.refused) addFault(faults, faultOf(refused, usable[refused.at]))
}

/** Whether no text of a record holds personal data; one that does is left out and named. */
function isImpersonal(record: ImportRecord, faults: FaultList): boolean {
  for (const value of Object.values(record.fields)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
    const [found] = findPersonalData(text)
    if (found === undefined) continue
    const place = { number: record.number, sourceId: record.sourceId }
    addFault(faults, { ...place, reason: 'personal_data', text: text.slice(found.start, found.end) })
    return false
  }
  return true
}

function faultOf(refused: ImportRefusal, record: ImportRecord | undefined): ImportFault {
  const known: readonly string[] = IMPORT_FAULT_CODES
  const reason = known.includes(refused.reason) ? (refused.reason as ImportFaultCode) : 'database_refuses'
  const place = refused.place === null ? {} : { place: refused.place }
  return { number: record?.number ?? 0, sourceId: record?.sourceId ?? '', reason, text: refused.text, ...place }
}

async function tell(trx: Trx, request: ImportRequest, report: ImportReport): Promise<void> {
  await stampDataset(trx, request.dataset)
  const { source, asOf, counts, linked, spread, faults } = report
  await appendEvent(trx, {
    noun: 'imports',
    verb: 'imported',
    subject: source,
    actor: request.actor,
    public: true,
    payload: { file: request.file, asOf, crs: request.dataset.crs, counts, linked, spread, faults: faults.total },
  })
}

function faultSummary({ total, kept }: FaultList): string {
  const [first] = kept
  return `${total}: ${first?.number} [${first?.sourceId ?? ''}] ${first?.reason} ${first?.text ?? ''}${total > 1 ? ' …' : ''}`
}
