import type { AddressIndex } from '#shared/address/address.ts'
import type { CheckAnswer } from '#shared/schema/check.ts'
import type { Lang, Text } from '#shared/schema/vocabulary.ts'
import type { LiveZone } from '../../store/live-zones.ts'
import { octetsOf, type Octets } from './octets.ts'

/** What a rule pack is called, by its id; one that is no longer known is called by its id. */
export type PackTitle = (id: string) => Text

/** What every answer of one request is made from. */
export type CheckContext = {
  lang: Lang
  /** The moment asked about, ISO 8601 in UTC and in milliseconds. */
  at: string
  atMs: number
  /** As it was known then, ISO 8601 in UTC. */
  knownAt?: string | undefined
  /** The moment has not come. */
  planned?: boolean | undefined
  /** Whether internal zones were looked at too. */
  scope: CheckAnswer['scope']
  data: CheckAnswer['data']
  /** The end of every answer's JSON, from `scope` on: all answers of a request say the same there. */
  tail: Octets
  /** Zones that covered the point at that moment, the strictest first; [lng, lat] in EPSG:4326. */
  zonesAt(lng: number, lat: number): readonly LiveZone[]
  inDistrict(lng: number, lat: number): boolean
  addresses: AddressIndex | null
  packTitle: PackTitle
}

type TailParts = Pick<CheckContext, 'scope' | 'at' | 'knownAt' | 'planned' | 'data'>

/** The tail of a context; `data` is plain numbers and a time, so its text needs no escapes. */
export function answerTail({ scope, at, knownAt, planned, data }: TailParts): Octets {
  const picture = `{"seq":${data.seq},"as_of":"${data.as_of}","age_s":${data.age_s}}`
  const known = `${knownAt === undefined ? '' : `"known_at":"${knownAt}",`}${planned === true ? '"planned":true,' : ''}`
  return octetsOf(`"scope":"${scope}","at":"${at}",${known}"data":${picture}}`)
}
