import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DraftContent } from '#shared/schema/zone.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import { rootDir } from '../root.ts'
import { countyOf } from '../store/area-geometry.ts'
import { lockChanges } from '../store/lock-changes.ts'
import { nextInstant } from '../store/periods.ts'
import { inTransaction } from '../store/transaction.ts'
import { hasZones, insertZone } from '../store/zones.ts'
import { Invalid } from './errors.ts'
import { groundError } from './ground-fault.ts'
import { groundOf } from './ground.ts'
import { storedContent } from './zones-content.ts'
import type { ZoneDeps } from './zone-deps.ts'
import { publishEntry } from './zones-publish.ts'

/** A zone of the demo district as its file says it: a draft whose review time counts from the day it is loaded. */
export type DemoZone = Omit<DraftContent, 'review_by'> & { kind: ZoneKind; review_in_days: number }

const DEMO_POST = '演示 demo'
const DAY_MS = 86_400_000

export const readDemoZones = async (): Promise<DemoZone[]> =>
  JSON.parse(await readFile(join(rootDir, 'data', 'demo', 'zones.json'), 'utf8')) as DemoZone[]

/**
 * Publishes the demo district's zones in their order, all or none, unless there is a zone already. The areas must be
 * loaded.
 * @throws Invalid when a zone's ground cannot be computed
 */
export async function publishDemoZones({ store, now, figures, packs }: ZoneDeps, zones: readonly DemoZone[]): Promise<void> {
  await inTransaction(store, async (trx) => {
    await lockChanges(trx)
    if (await hasZones(trx)) return
    for (const { kind, review_in_days, ...rest } of zones) {
      const ground = await groundOf(trx, kind, rest.definition)
      if (!ground.ok) throw groundError(ground)
      const { geometry } = ground
      const reviewBy = new Date(now().getTime() + review_in_days * DAY_MS)
      const content = storedContent({ ...rest, review_by: reviewBy.toISOString() }, now(), packs)
      const county = await countyOf(trx, geometry)
      if (county === undefined) throw new Invalid('no_county')
      const zoneId = await insertZone(trx, county, kind)
      const at = await nextInstant(trx)
      await publishEntry(trx, figures, { zoneId, kind, content, geometry, by: DEMO_POST, cause: null, at })
    }
  })
}
