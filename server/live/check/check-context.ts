import type { AddressIndex } from '#shared/address/address.ts'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Lang } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'

/** What every answer of one request is made from. */
export type CheckContext = {
  lang: Lang
  /** The moment asked about. */
  at: Date
  /** What all answers of the request say alike; `scope`: whether internal zones were looked at too. */
  common: Pick<CheckAnswer, 'scope' | 'at' | 'data'>
  /** Zones that covered the point at that moment, the strictest first; [lng, lat] in EPSG:4326. */
  zonesAt(lng: number, lat: number): readonly LiveZone[]
  inDistrict(lng: number, lat: number): boolean
  addresses: AddressIndex | null
  /** Zones already put into words for this request. */
  worded: Map<LiveZone, NonNullable<CheckAnswer['zone']>>
}
