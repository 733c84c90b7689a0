import type { AddressInfo } from 'node:net'
import { createAddressIndex } from '#shared/address/create-address-index.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'
import { buildApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import type { Deps } from '../../../server/deps.ts'
import { createPicture } from '../../../server/live/picture.ts'
import { REFERENCE_EXTENTS, referenceZones } from '../reference-zones.ts'
import { referenceLiveZone } from './reference-live-zone.ts'

// The real app over the reference zones and no database: what answers a check by point reads none. Says its port to
// the process that started it. `node --import tsx tests/bench/http/check-server.ts`

const ZONES = 10_000
const [west, south, east, north] = REFERENCE_EXTENTS.box

const picture = createPicture()
picture.apply({
  seq: 1,
  events: [],
  named: null,
  zones: referenceZones(ZONES, 'box').map(referenceLiveZone),
  checkpoints: [],
})
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
const deps = { config: readConfig({ LOG_LEVEL: 'silent' }), now: () => new Date(), store: {}, live } as unknown as Deps
const app = await buildApp(deps)
app.get('/bench/constant', async () => ({ ok: true }))
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })
// the client asks how much memory is resident
process.on('message', () => process.send?.({ resident: process.memoryUsage().rss }))
