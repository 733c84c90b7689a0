import { boundsOf } from '#shared/geometry/bounds.ts'
import { rankOfKind } from '#shared/zone-index/strictness.ts'
import type { LiveZone } from '../../../server/store/live-zones.ts'
import { referenceZones, type ReferenceExtent } from '../reference-zones.ts'

/** The reference zones as a live picture holds them, the strictest first. */
export function liveZones(count: number, extent: ReferenceExtent): LiveZone[] {
  return referenceZones(count, extent)
    .map(({ id, kind, geometry }): LiveZone => {
      const bounds = boundsOf(geometry)
      return {
        id,
        kind,
        geometry,
        version: 1,
        name: `区域 ${id}`,
        nameEn: null,
        bounds,
        labelAt: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
        measures: [],
        rulePack: 'three-zones-2021',
        legalBasis: { number: '1', issuer: '指挥部', date: '2022-03-15' },
        authority: '指挥部',
        audience: 'public',
        since: '2022-03-16T00:00:00.000Z',
        versionSince: '2022-03-16T00:00:00.000Z',
        reviewBy: '2022-03-30T00:00:00.000Z',
        earliestLift: null,
        areaM2: 1,
        people: 10,
      }
    })
    .toSorted((a, b) => rankOfKind(a.kind) - rankOfKind(b.kind))
}
