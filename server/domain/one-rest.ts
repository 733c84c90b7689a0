import type { ZoneDefinition } from '#shared/schema/zone.ts'
import type { Trx } from '../store/transaction.ts'
import { restOfZone } from '../store/zones-versions.ts'
import { Conflict } from './errors.ts'

/**
 * An area has one rest only.
 * @throws Conflict overlapping_rest
 */
export async function requireOneRest(trx: Trx, zoneId: string, definition: ZoneDefinition): Promise<void> {
  if (definition.type !== 'rest_of') return
  const zone = await restOfZone(trx, definition.area, zoneId)
  if (zone !== undefined) throw new Conflict('overlapping_rest', { area: definition.area, zone })
}
