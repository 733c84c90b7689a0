import { boundsOf } from '#shared/geometry/bounds.ts'
import type { IndexedZone } from '#shared/zone-index/indexed-zone.ts'
import type { LiveZone } from '../../../server/store/live-zones.ts'

/** A reference zone with everything that an answer says of one, of ordinary length. */
export function referenceLiveZone({ id, kind, geometry }: IndexedZone): LiveZone {
  const bounds = boundsOf(geometry)
  return {
    id,
    kind,
    geometry,
    version: 1,
    name: `示范区 ${id}`,
    nameEn: `Reference zone ${id}`,
    bounds,
    labelAt: [bounds[0], bounds[1]],
    measures: [{ zh: '足不出户、服务上门', en: 'Nobody leaves home; services come to the door' }],
    rulePack: 'three-zones-2021',
    legalBasis: { number: '示防指〔2022〕1号', issuer: '示范县防控指挥部', date: '2022-03-15' },
    authority: '示范县防控指挥部',
    audience: 'public',
    since: '2022-03-16T00:00:00.000Z',
    versionSince: '2022-03-16T00:00:00.000Z',
    reviewBy: '2099-03-30T00:00:00.000Z',
    earliestLift: null,
    areaM2: 1,
    people: 10,
  }
}
