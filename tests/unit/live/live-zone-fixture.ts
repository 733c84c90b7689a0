import type { MultiPolygon } from 'geojson'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../../server/store/live-zones.ts'

/** A square zone of so many degrees to each side of [lng, lat]. */
export function zoneAt(
  id: string,
  kind: ZoneKind,
  [lng, lat]: [number, number],
  half: number,
  more: Partial<LiveZone> = {},
): LiveZone {
  const geometry: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [lng - half, lat - half],
          [lng + half, lat - half],
          [lng + half, lat + half],
          [lng - half, lat + half],
          [lng - half, lat - half],
        ],
      ],
    ],
  }
  return {
    id,
    kind,
    geometry,
    version: 1,
    name: id,
    nameEn: null,
    bounds: boundsOf(geometry),
    labelAt: [lng, lat],
    measures: [{ zh: '足不出户', en: 'Stay home' }],
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
    ...more,
  }
}
