import type { MultiPolygon } from 'geojson'
import type { CrossingAudit } from '#shared/roads/audit.ts'
import type { ZoneCrossings } from '#shared/schema/roads.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import { newestSignature } from '../store/gate-signatures.ts'
import type { Db } from '../store/connect.ts'
import { gateListHash } from './gate-list.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'
import { zoneGroundNow } from './zone-ground.ts'

/** The crossings of any ground, and how old the roads are. */
export async function groundCrossings({ picture, checkpoints }: RoadDeps, ground: MultiPolygon): Promise<CrossingAudit & Pick<ZoneCrossings, 'roads'>> {
  return { ...(await crossingsOf(picture, ground, checkpoints)), roads: await roadData(picture, ground) }
}

/** A zone's crossings, its gate list's name, and whether that list is signed. @throws NotFound */
export async function zoneCrossings(db: Db, roads: RoadDeps, zoneId: string, draft: boolean): Promise<ZoneCrossings> {
  const ground = await zoneGroundNow(db, zoneId, draft)
  const audit = await groundCrossings(roads, ground.geometry)
  const list = gateListHash(ground.tag, audit, roads.picture)
  const signature = await newestSignature(db, zoneId)
  return {
    zone: zoneId,
    draft: ground.draft,
    ...audit,
    list,
    signature: signature === undefined ? null : { by: signature.by, at: signature.at, valid: signature.listHash === list },
  }
}
