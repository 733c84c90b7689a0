import { unpackArea } from '#shared/check-pack/packed-area.ts'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { CheckPack } from '#shared/schema/check-pack.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import { createZoneIndex } from '#shared/zone-index/create-zone-index.ts'

type PackedZone = CheckPack['zones'][number]
type Answer = Pick<CheckAnswer, 'result' | 'reason' | 'zone' | 'others'>

/** Answers for places (degrees, EPSG:4326, [lng, lat]) on the device itself, by the same index as the server. */
export type DeviceIndex = { version: string; answer(at: readonly [number, number], lang: Lang, now: Date): Answer }

export function createDeviceIndex(pack: CheckPack): DeviceIndex {
  const zones = new Map(pack.zones.map((zone) => [zone.id, zone]))
  const index = createZoneIndex(pack.zones.map(({ id, kind, area }) => ({ id, kind, geometry: unpackArea(area) })))
  const district = createZoneIndex(
    pack.district.map((area, i) => ({ id: String(i), kind: 'precaution', geometry: unpackArea(area) })),
  )
  return {
    version: pack.version,
    answer([lng, lat], lang, now) {
      const [strictest, ...others] = index.at(lng, lat).flatMap((id) => zones.get(id) ?? [])
      if (strictest === undefined) {
        const known = district.strictestAt(lng, lat) !== null
        return { result: known ? 'not_in_zone' : 'unknown', ...(!known && { reason: 'outside_district' }), zone: null, others: [] }
      }
      return { result: 'in_zone', zone: answering(strictest, lang, now), others: others.map((zone) => covering(zone, lang)) }
    },
  }
}

const covering = ({ id, kind, name, name_en, version }: PackedZone, lang: Lang) =>
  ({ id, kind, name: lang === 'en' ? (name_en ?? name) : name, version })

const answering = (zone: PackedZone, lang: Lang, now: Date): NonNullable<CheckAnswer['zone']> => ({
  ...covering(zone, lang),
  measures: zone.measures.map((measure) => measure[lang]),
  since: zone.since,
  earliest_lift: zone.earliest_lift,
  review_by: zone.review_by,
  overdue: Date.parse(zone.review_by) < now.getTime(),
  rule_pack: zone.rule_pack,
  rule_pack_title: zone.rule_pack_title[lang],
  legal_basis: zone.legal_basis,
  authority: zone.authority,
})
