import type { ImportFault, ImportFaultCode } from './fault.ts'

/** The faults of one import: all are counted, the first `limit` are kept whole, so that memory stays bounded. */
export interface FaultList {
  total: number
  kept: ImportFault[]
  byReason: Map<ImportFaultCode, number>
  limit: number
}

export function createFaultList(limit = 10_000): FaultList {
  return { total: 0, kept: [], byReason: new Map(), limit }
}

export function addFault(list: FaultList, fault: ImportFault): void {
  list.total += 1
  list.byReason.set(fault.reason, (list.byReason.get(fault.reason) ?? 0) + 1)
  if (list.kept.length < list.limit) list.kept.push(fault)
}
