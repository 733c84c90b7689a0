import { createAddressIndex } from '#shared/address/create-address-index.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { buildApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import type { Deps } from '../../../server/deps.ts'
import { inBackground } from '../../../server/live/in-background.ts'
import { createPicture } from '../../../server/live/picture.ts'
import { readRulePacks } from '../../../server/rule-packs.ts'
import type { App } from '../../../server/routes/app-type.ts'
import { PERMISSIONS, type Permission } from '../../../server/routes/permissions.ts'
import { REFERENCE_EXTENTS, referenceZones, type ReferenceExtent } from '../reference-zones.ts'
import { sendJson } from '../../../server/routes/send-json.ts'
import { referenceLiveZone } from './reference-live-zone.ts'

/**
 * The real app over 10,000 reference zones and no database: what answers a check by point reads none. Beside its own
 * routes it has one that answers the same short JSON always, one that always sends the answer of one check, and one that parses the body of a batch and makes the text of its
 * answer, and sends just its length.
 */
export async function openReferenceApp(extent: ReferenceExtent): Promise<App> {
  const picture = createPicture()
  const zones = referenceZones(10_000, extent).map(referenceLiveZone)
  picture.apply({ seq: 1, events: [], named: null, zones, checkpoints: [] })
  inBackground(picture.refine).wake() // as create-live.ts does
  const [west, south, east, north] = REFERENCE_EXTENTS[extent]
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
  const district = createZoneIndex([
    { id: 'district', kind: 'precaution', geometry: { type: 'MultiPolygon', coordinates: [[ring]] } },
  ])
  const addresses = createAddressIndex([])
  addresses.seal()
  const began = new Date()
  const live = {
    ...picture,
    seq: () => 1,
    asOf: () => began,
    inDistrict: (lng: number, lat: number) => district.strictestAt(lng, lat) !== null,
    addresses: () => addresses,
    subscribe: () => () => {},
  }
  // the store and the rest of the picture are asked by other routes only
  const deps = { config: readConfig({ LOG_LEVEL: 'silent' }), now: () => new Date(), store: {}, live, rules: await readRulePacks() } as unknown as Deps
  const open = PERMISSIONS['GET /api/check']!
  const own = { 'GET /api/check/constant': open, 'GET /api/check/typical': open, 'POST /bench/json': open }
  Object.assign(PERMISSIONS as Record<string, Permission>, own)
  const app = await buildApp(deps)
  app.get('/api/check/constant', async (_request, reply) => {
    void reply.header('cache-control', 'no-store') // as a check says it
    return { ok: true }
  })
  let typical: Buffer = Buffer.alloc(0)
  app.get('/api/check/typical', (_request, reply) => void sendJson(reply, typical))
  let answer: unknown = null
  app.post('/bench/json', async ({ body }) => {
    answer ??= (await app.inject({ method: 'POST', url: '/api/check', payload: body as object })).json()
    return { length: JSON.stringify(answer).length }
  })
  typical = (await app.inject(`/api/check?lng=${(west + east) / 2}&lat=${(south + north) / 2}`)).rawPayload
  return app
}
