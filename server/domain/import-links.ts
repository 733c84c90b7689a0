import { addFault, type FaultList } from '../import/fault-list.ts'
import type { ImportNoun } from '../import/record.ts'
import { linkAddressesToBuildings, linkToAreas } from '../store/import-links.ts'
import { findParents, setParents } from '../store/import-parents.ts'
import type { Trx } from '../store/transaction.ts'

/**
 * After the rows: parents of areas (as the file names them, else by containment), area codes and buildings by where
 * rows stand. New areas give codes to the rows of every dataset. Returns how many rows changed;
 * an area whose named parent is nowhere is a fault, though the area itself is in.
 */
export async function linkImported(
  trx: Trx,
  source: string,
  parents: ReadonlyMap<string, string>,
  counts: Partial<Record<ImportNoun, unknown>>,
  faults: FaultList,
): Promise<number> {
  let changed = 0
  if (counts.areas !== undefined) {
    const named = await setParents(trx, source, parents)
    for (const code of named.unknown) {
      addFault(faults, { number: 0, sourceId: code, reason: 'parent_unknown', text: parents.get(code) ?? '' })
    }
    changed += named.changed + (await findParents(trx, source))
  }
  if (counts.addresses !== undefined) changed += await linkAddressesToBuildings(trx, source)
  return changed + (await linkToAreas(trx, counts.areas === undefined ? source : null))
}
